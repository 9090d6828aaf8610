#compdef grader
# Tab completion of grader in zsh. In ~/.zshrc, behind compinit:  eval "$(grader completion zsh)"
_grader() {
    local line="grader ${(j: :)words[2,CURRENT]}"
    local -a found
    found=(${(f)"$($words[1] "[suggest:$#line]" "$line" 2>/dev/null)"})
    # Where no option is begun, a file may stand, too.
    if [[ $words[CURRENT] != -* ]]; then found=(${found:#[-/]*}); fi
    if (( $#found )); then compadd -a -- found; else _files; fi
}
compdef _grader grader
