package io.fairlead.local.demo;

/**
 * An engine or turbine.
 *
 * @param code its equipment's code after the vessel's
 * @param item where it is in the tree of DNV's VIS, as LocalIDs name it
 * @param ratedKW what it can give, in kW
 * @param fuelPerKWh what it burns at its best load, in g/kWh
 */
record Machine(String code, String name, String type, String item, double ratedKW, double fuelPerKWh) {

    static Machine mainEngine(int number, double ratedKW) {
        return new Machine("ME" + number, "main engine " + number, "engine", "411.1/C101.31-" + number, ratedKW, 182);
    }

    static Machine generator(int number, double ratedKW) {
        return new Machine(
                "GE" + number, "generator " + number, "generator", "511.11-" + number + "/C101", ratedKW, 195);
    }

    static Machine gasTurbine(int number, double ratedKW) {
        return new Machine(
                "GT" + number, "gas turbine " + number, "gas turbine", "511.11-" + number + "/C101", ratedKW, 245);
    }

    /**
     * What it burns, in kg/h. Consumption over load is the parabola that Jalkanen et al. (2012), Atmos. Chem. Phys. 12, give for
     * ships' engines: 0.455 L² - 0.71 L + 1.28 of the best.
     */
    double fuel(double kW) {
        double load = kW / ratedKW;
        return kW * fuelPerKWh / 1000 * (0.455 * load * load - 0.71 * load + 1.28);
    }
}
