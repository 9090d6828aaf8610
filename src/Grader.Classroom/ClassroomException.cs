namespace Grader.Classroom;

/// <summary>Something the user can mend; its message says where, what is there, and what to do.</summary>
public sealed class ClassroomException(ClassroomFault fault, string message) : Exception(message)
{
    public ClassroomFault Fault => fault;
}

/// <summary>Whose fault it is, for the program's exit code.</summary>
public enum ClassroomFault
{
    /// <summary>What was asked cannot be done so.</summary>
    Usage,

    /// <summary>The disk, or another process.</summary>
    Outside,

    /// <summary>There is nothing to grade.</summary>
    Nothing,
}
