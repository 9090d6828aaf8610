using System.Buffers.Binary;
using System.Text;

namespace Grader.Training.DataSets;

/// <summary>Reads the pickles of CIFAR: dictionaries, lists, whole numbers, texts and arrays of bytes. It makes nothing else and calls nothing, so no file can make it do anything; what it does not know is an error.</summary>
/// <remarks>Opcodes as in Python's <c>pickletools</c>. A numpy array is <c>_reconstruct</c> with a state whose last entry is its bytes.</remarks>
internal sealed class Pickle
{
    private const int DeepestStack = 1_000_000;

    private static readonly object Mark = new();

    private readonly string _file;
    private readonly byte[] _bytes;
    private readonly Stack<object?> _stack = new();
    private readonly Dictionary<long, object?> _memo = [];
    private int _at;

    private Pickle(string file, byte[] bytes) => (_file, _bytes) = (file, bytes);

    /// <summary>The one name that is known, and stands for an array of bytes to come.</summary>
    private sealed record Name(string Text);

    private sealed class ArrayOfBytes
    {
        public byte[] Bytes { get; set; } = [];
    }

    /// <returns>A dictionary, a list, a number, a text or bytes.</returns>
    /// <exception cref="DataException">It is none of these, or broken.</exception>
    public static object? Read(string file, byte[] bytes)
    {
        var pickle = new Pickle(file, bytes);
        try
        {
            return Plain(pickle.Run());
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidCastException or IndexOutOfRangeException or ArgumentException or KeyNotFoundException or OverflowException)
        {
            throw pickle.Wrong("what stands there does not go together");
        }
    }

    private DataException Wrong(string what) => new($"{_file}: this pickle is broken or none of CIFAR's: {what}, at byte {_at}. Get the published archive.");

    private object? Run()
    {
        while (true)
        {
            if (_stack.Count > DeepestStack)
                throw Wrong("it is too deep");
            var code = (char)Byte();
            switch (code)
            {
                case '.':
                    return _stack.Pop();
                case '\x80':
                    Byte();
                    break;
                case '\x95':
                    Take(8);
                    break;
                case '(':
                    _stack.Push(Mark);
                    break;
                case '0':
                    _stack.Pop();
                    break;
                case '}':
                    _stack.Push(new Dictionary<string, object?>(StringComparer.Ordinal));
                    break;
                case ']':
                    _stack.Push(new List<object?>());
                    break;
                case ')':
                    _stack.Push(new List<object?>());
                    break;
                case 'N':
                    _stack.Push(null);
                    break;
                case '\x88' or '\x89':
                    _stack.Push(code == '\x88' ? 1L : 0L);
                    break;
                case 'K':
                    _stack.Push((long)Byte());
                    break;
                case 'M':
                    _stack.Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2)));
                    break;
                case 'J':
                    _stack.Push((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4)));
                    break;
                case 'I' or 'L':
                    _stack.Push(WholeNumber());
                    break;
                case 'U' or 'C':
                    _stack.Push(Take(Byte()).ToArray());
                    break;
                case 'T' or 'B':
                    _stack.Push(Take(Length()).ToArray());
                    break;
                case 'S':
                    _stack.Push(Encoding.Latin1.GetBytes(Line().Trim('\'', '"')));
                    break;
                case 'X':
                    _stack.Push(Encoding.UTF8.GetString(Take(Length())));
                    break;
                case '\x8c':
                    _stack.Push(Encoding.UTF8.GetString(Take(Byte())));
                    break;
                case 'q':
                    _memo[Byte()] = _stack.Peek();
                    break;
                case 'r':
                    _memo[Length()] = _stack.Peek();
                    break;
                case 'p':
                    _memo[WholeNumber()] = _stack.Peek();
                    break;
                case '\x94':
                    _memo[_memo.Count] = _stack.Peek();
                    break;
                case 'h':
                    _stack.Push(_memo[Byte()]);
                    break;
                case 'j':
                    _stack.Push(_memo[Length()]);
                    break;
                case 'g':
                    _stack.Push(_memo[WholeNumber()]);
                    break;
                case 't' or 'l':
                    _stack.Push(UpToMark());
                    break;
                case '\x85' or '\x86' or '\x87':
                    _stack.Push(Last(code - '\x84'));
                    break;
                case 'd':
                    var items = UpToMark();
                    _stack.Push(new Dictionary<string, object?>(StringComparer.Ordinal));
                    SetItems(items);
                    break;
                case 's':
                    SetItems(Last(2));
                    break;
                case 'u':
                    SetItems(UpToMark());
                    break;
                case 'a':
                    var last = _stack.Pop();
                    ((List<object?>)_stack.Peek()!).Add(last);
                    break;
                case 'e':
                    var more = UpToMark();
                    ((List<object?>)_stack.Peek()!).AddRange(more);
                    break;
                case 'c':
                    var module = Line();
                    _stack.Push(Known($"{module}.{Line()}"));
                    break;
                case '\x93':
                    var names = Last(2);
                    _stack.Push(Known($"{Text(names[0])}.{Text(names[1])}"));
                    break;
                case 'R':
                    var arguments = (List<object?>)_stack.Pop()!;
                    _stack.Push(Call((Name)_stack.Pop()!, arguments));
                    break;
                case 'b':
                    var state = (List<object?>)_stack.Pop()!;
                    // An array's state is version, shape, type, order of axes and bytes; a type's says nothing about bytes.
                    if (_stack.Peek() is ArrayOfBytes array)
                        array.Bytes = state[^1] as byte[] ?? throw Wrong("an array is not of bytes");
                    break;
                default:
                    throw Wrong($"opcode 0x{(int)code:x2} is not one of CIFAR's files");
            }
        }
    }

    private Name Known(string name) => name is "numpy.core.multiarray._reconstruct" or "numpy._core.multiarray._reconstruct" or "numpy.ndarray" or "numpy.dtype" or "_codecs.encode"
        ? new(name)
        : throw Wrong($"it names {name}, which no data set needs");

    private object Call(Name name, List<object?> arguments)
    {
        if (name.Text.EndsWith("_reconstruct", StringComparison.Ordinal))
            return new ArrayOfBytes();
        if (name.Text == "_codecs.encode")
            return Encoding.Latin1.GetBytes(Text(arguments[0]));
        return name.Text == "numpy.dtype" && Text(arguments[0]) is "u1" or "uint8" or "|u1" ? name : throw Wrong("its numbers are no bytes");
    }

    private void SetItems(List<object?> items)
    {
        var dictionary = (Dictionary<string, object?>)_stack.Peek()!;
        for (var index = 0; index < items.Count; index += 2)
            dictionary[Text(items[index])] = Plain(items[index + 1]);
    }

    private static object? Plain(object? value) => value is ArrayOfBytes array ? array.Bytes : value;

    private static string Text(object? value) => value as string ?? Encoding.Latin1.GetString((byte[])value!);

    private List<object?> UpToMark()
    {
        var items = new List<object?>();
        while (_stack.Pop() is var item && item != Mark)
            items.Add(item);
        items.Reverse();
        return items;
    }

    private List<object?> Last(int count)
    {
        var items = Enumerable.Range(0, count).Select(_ => _stack.Pop()).ToList();
        items.Reverse();
        return items;
    }

    private byte Byte() => Take(1)[0];

    private int Length() => checked((int)BinaryPrimitives.ReadUInt32LittleEndian(Take(4)));

    private long WholeNumber() => long.TryParse(Line().TrimEnd('L'), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a number is none");

    private string Line()
    {
        var end = Array.IndexOf(_bytes, (byte)'\n', _at);
        if (end < 0)
            throw Wrong("it is cut off");
        var line = Encoding.Latin1.GetString(_bytes, _at, end - _at);
        _at = end + 1;
        return line;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _at)
            throw Wrong("it is cut off");
        _at += count;
        return _bytes.AsSpan(_at - count, count);
    }
}
