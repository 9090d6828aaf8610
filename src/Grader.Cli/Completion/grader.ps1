# Tab completion of grader in PowerShell. In $PROFILE:  grader completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName grader -ScriptBlock {
    param($word, $tree, $position)
    $line = $tree.ToString().PadRight($position)
    # Where no option is begun, a file may stand, too: PowerShell completes it where nothing else is found.
    grader "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -and $_.StartsWith("$word") -and ("$word".StartsWith('-') -or $_ -notmatch '^[-/]') } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
