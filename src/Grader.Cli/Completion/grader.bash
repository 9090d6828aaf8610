# Tab completion of grader in bash. In ~/.bashrc:  eval "$(grader completion bash)"
_grader() {
    local line="${COMP_LINE:0:COMP_POINT}" word="$2" found=() suggestion
    line="grader${line#*"$1"}"
    while IFS= read -r suggestion; do
        # Where no option is begun, a file may stand, too: bash completes it where nothing else is found.
        if [[ -n "$suggestion" && "$suggestion" == "$word"* && ( "$word" == -* || "$suggestion" != [-/]* ) ]]; then found+=("$suggestion"); fi
    done < <("$1" "[suggest:${#line}]" "$line" 2>/dev/null)
    COMPREPLY=("${found[@]}")
}
complete -o default -o bashdefault -F _grader grader
