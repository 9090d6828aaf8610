# Tab completion of grader in fish:  grader completion fish > ~/.config/fish/completions/grader.fish
function __grader_complete
    set -l line (commandline -cp)
    set -l word (commandline -ct)
    set -l found (grader "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    # Where no option is begun, a file may stand, too.
    if not string match -q -- '-*' "$word"
        set found (string match -rv -- '^([-/]|$)' $found)
    end
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path "$word"
    end
end
complete -c grader -f -a '(__grader_complete)'
