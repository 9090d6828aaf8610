using System.Collections.Frozen;

namespace Grader.Mathematics;

/// <param name="Dimension">What it measures: <c>length</c>; only amounts of one dimension can be compared.</param>
/// <param name="Factor">How many of the dimension's base unit it is.</param>
internal sealed record Unit(string Dimension, Rational Factor);

/// <summary>SI units with prefixes, bytes and FLOP, time, angles and percent.</summary>
public static class Units
{
    private static readonly FrozenDictionary<string, Unit> Table = Build().ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>How many of one unit the other is, <c>1024</c> for KiB in B; null where they do not measure the same, or one is unknown.</returns>
    public static Rational? Factor(string from, string to) => Find(from) is { } one && Find(to) is { } other && one.Dimension == other.Dimension ? one.Factor / other.Factor : null;

    internal static Unit? Find(string name)
    {
        if (Table.TryGetValue(name, out var unit))
            return unit;
        var caret = name.IndexOf('^');
        if (caret > 0 && !name.Contains('/') && int.TryParse(name.AsSpan(caret + 1), out var power) && power is > -4 and < 5 and not 0 && Table.TryGetValue(name[..caret], out var basic))
            return new(power == 1 ? basic.Dimension : $"{basic.Dimension}^{power}", Rational.Pow(basic.Factor, power));
        var slash = name.IndexOf('/');
        return slash > 0 && name.IndexOf('/', slash + 1) < 0 && Find(name[..slash]) is { } upper && Find(name[(slash + 1)..]) is { } lower
            ? new($"{upper.Dimension}/{lower.Dimension}", upper.Factor / lower.Factor)
            : null;
    }

    private static Dictionary<string, Unit> Build()
    {
        var table = new Dictionary<string, Unit>(StringComparer.Ordinal);
        Add("ratio", 1, "%", Rational.Of(1, 100));
        table["percent"] = table["%"];
        Metric("length", "m", Rational.One, "km 1000,dm 1/10,cm 1/100,mm 1/1000,um 1/1000000,μm 1/1000000,nm 1/1000000000,meter 1,meters 1,metre 1,metres 1,kilometers 1000,kilometer 1000,centimeters 1/100,centimeter 1/100,inch 127/5000,inches 127/5000,ft 381/1250,feet 381/1250,foot 381/1250,mile 201168/125,miles 201168/125,yard 1143/1250,yards 1143/1250");
        Metric("mass", "g", Rational.One, "kg 1000,mg 1/1000,t 1000000,gram 1,grams 1,kilograms 1000,kilogram 1000");
        Metric("time", "s", Rational.One, "ms 1/1000,us 1/1000000,μs 1/1000000,ns 1/1000000000,min 60,minute 60,minutes 60,h 3600,hr 3600,hrs 3600,hour 3600,hours 3600,sec 1,second 1,seconds 1,day 86400,days 86400,week 604800,weeks 604800,milliseconds 1/1000");
        Metric("data", "B", Rational.One, "byte 1,bytes 1,bit 1/8,bits 1/8,kB 1000,KB 1000,MB 1000000,GB 1000000000,TB 1000000000000,KiB 1024,MiB 1048576,GiB 1073741824,TiB 1099511627776");
        Metric("work", "FLOP", Rational.One, "FLOPs 1,flop 1,flops 1,KFLOP 1000,MFLOP 1000000,GFLOP 1000000000,TFLOP 1000000000000,KFLOPs 1000,MFLOPs 1000000,GFLOPs 1000000000,TFLOPs 1000000000000,MFLOPS 1000000,GFLOPS 1000000000,TFLOPS 1000000000000");
        Metric("operations", "MAC", Rational.One, "MACs 1,GMAC 1000000000,GMACs 1000000000,MMAC 1000000,MMACs 1000000");
        Metric("volume", "L", Rational.One, "l 1,mL 1/1000,ml 1/1000,liter 1,liters 1,litre 1,litres 1");
        Metric("frequency", "Hz", Rational.One, "kHz 1000,MHz 1000000,GHz 1000000000");
        Metric("energy", "J", Rational.One, "kJ 1000,MJ 1000000,Wh 3600,kWh 3600000");
        Metric("power", "W", Rational.One, "kW 1000,MW 1000000,mW 1/1000");
        Metric("force", "N", Rational.One, "kN 1000");
        Metric("voltage", "V", Rational.One, "mV 1/1000,kV 1000");
        Metric("current", "A", Rational.One, "mA 1/1000");
        Metric("resistance", "Ω", Rational.One, "kΩ 1000,ohm 1,ohms 1");
        Metric("pressure", "Pa", Rational.One, "kPa 1000,MPa 1000000");
        Metric("amount", "mol", Rational.One, "mmol 1/1000");
        Metric("angle", "°", Rational.One, "deg 1,degree 1,degrees 1");
        Metric("money", "dollars", Rational.One, "dollar 1,USD 1,cents 1/100");
        return table;

        void Add(string dimension, Rational factor, string name, Rational value) => table[name] = new(dimension, factor * value);

        void Metric(string dimension, string name, Rational one, string others)
        {
            table[name] = new(dimension, one);
            foreach (var pair in others.Split(','))
            {
                var space = pair.IndexOf(' ');
                var ratio = pair[(space + 1)..].Split('/');
                table[pair[..space]] = new(dimension, Rational.Of(long.Parse(ratio[0]), ratio.Length == 2 ? long.Parse(ratio[1]) : 1));
            }
        }
    }
}
