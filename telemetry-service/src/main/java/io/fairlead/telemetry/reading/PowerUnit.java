package io.fairlead.telemetry.reading;

import io.fairlead.core.Computation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The units in which power and energy may come, and what one of each is in kW or kWh. */
@Computation
public enum PowerUnit {
    W("W", Quantity.POWER, "0.001"),
    KW("kW", Quantity.POWER, "1"),
    MW("MW", Quantity.POWER, "1000"),
    WH("Wh", Quantity.ENERGY, "0.001"),
    KWH("kWh", Quantity.ENERGY, "1"),
    MWH("MWh", Quantity.ENERGY, "1000");

    private static final BigDecimal NANOS_PER_HOUR = BigDecimal.valueOf(3_600_000_000_000L);

    private final String symbol;
    private final Quantity quantity;
    private final BigDecimal kilo;

    PowerUnit(String symbol, Quantity quantity, String kilo) {
        this.symbol = symbol;
        this.quantity = quantity;
        this.kilo = new BigDecimal(kilo);
    }

    /** The unit of that symbol; the case matters, as mW is not MW. */
    public static Optional<PowerUnit> of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }

    /** The symbols of a quantity's units. */
    public static List<String> symbols(Quantity quantity) {
        return Arrays.stream(values())
                .filter(unit -> unit.quantity == quantity)
                .map(PowerUnit::symbol)
                .toList();
    }

    public String symbol() {
        return symbol;
    }

    public Quantity quantity() {
        return quantity;
    }

    /** A value in this unit as kW or kWh, exactly. */
    public BigDecimal toKilo(BigDecimal value) {
        return value.multiply(kilo);
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
