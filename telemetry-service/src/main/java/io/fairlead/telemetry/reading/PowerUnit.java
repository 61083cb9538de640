package io.fairlead.telemetry.reading;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.window.Decimals;
import io.fairlead.telemetry.window.PowerReading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The units in which power and energy may come, and what one of each is in kW or kWh. */
@Computation
public enum PowerUnit {
    W("W", Quantity.POWER, "0.001", 3),
    KW("kW", Quantity.POWER, "1", 6),
    MW("MW", Quantity.POWER, "1000", 9),
    WH("Wh", Quantity.ENERGY, "0.001", 3),
    KWH("kWh", Quantity.ENERGY, "1", 6),
    MWH("MWh", Quantity.ENERGY, "1000", 9);

    private static final BigDecimal NANOS_PER_HOUR = BigDecimal.valueOf(3_600_000_000_000L);

    private static final BigDecimal KILO = BigDecimal.valueOf(1000);

    private final String symbol;
    private final Quantity quantity;
    private final BigDecimal kilo;
    private final int milli;

    PowerUnit(String symbol, Quantity quantity, String kilo, int milli) {
        this.symbol = symbol;
        this.quantity = quantity;
        this.kilo = new BigDecimal(kilo);
        this.milli = milli;
    }

    /** The unit of that symbol; the case matters, as mW is not MW. */
    public static Optional<PowerUnit> of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }

    /** The symbols of the units that a quantity may come in. */
    public static List<String> symbols(Quantity quantity) {
        return Arrays.stream(values())
                .filter(unit -> unit.fits(quantity))
                .map(PowerUnit::symbol)
                .toList();
    }

    public String symbol() {
        return symbol;
    }

    public Quantity quantity() {
        return quantity;
    }

    /** Whether values of a quantity may come in it: a counter counts energy. */
    public boolean fits(Quantity wanted) {
        return wanted == quantity || wanted == Quantity.COUNTER && quantity == Quantity.ENERGY;
    }

    /** A power in this unit, exactly: the decimal that the double was made from. */
    public PowerReading reading(long time, double value) {
        long mW = Decimals.scaled(value, milli);
        return mW == Decimals.INEXACT
                ? new PowerReading(time, toKilo(BigDecimal.valueOf(value)))
                : PowerReading.ofMilliwatts(time, mW);
    }

    /** A value in this unit as kW or kWh, exactly. */
    public BigDecimal toKilo(BigDecimal value) {
        return value.multiply(kilo);
    }

    /** An energy in this unit in watt-hours, exactly: the decimal that the double was made from. */
    public BigDecimal wattHours(double value) {
        return toKilo(BigDecimal.valueOf(value)).multiply(KILO);
    }

    /** A value in this unit as one in another unit of the same quantity, exactly. */
    public BigDecimal to(PowerUnit other, BigDecimal value) {
        return toKilo(value).divide(other.kilo);
    }

    /** The kWh of a value that stands for a span of nanoseconds: energy as it is, power as its mean times the length. */
    public BigDecimal kiloWattHours(BigDecimal value, long nanos) {
        BigDecimal inKilo = toKilo(value);
        return quantity == Quantity.ENERGY
                ? inKilo
                : inKilo.multiply(BigDecimal.valueOf(nanos)).divide(NANOS_PER_HOUR, MathContext.DECIMAL64);
    }
}
