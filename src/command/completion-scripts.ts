/** Shells whose completion is written here. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/**
 * What a shell has to be told. Each hands the line up to the cursor to `district __complete`, which answers a word and what it is about
 * a line, tab between; the words come from the definitions, so that a script never falls behind the program.
 */
export const COMPLETION_SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: String.raw`# district: completion for bash. eval "$(district completion bash)"
_district_complete() {
  local word
  COMPREPLY=()
  while IFS=$'\t' read -r word _; do
    COMPREPLY+=("$word")
  done < <("$1" __complete bash "${'$'}{COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
  if [[ ${'$'}{#COMPREPLY[@]} -eq 1 && ${'$'}{COMPREPLY[0]} == *[:=] ]]; then
    compopt -o nospace
  fi
}
complete -F _district_complete district`,
  zsh: String.raw`#compdef district
# district: completion for zsh. eval "$(district completion zsh)", after compinit
_district() {
  local word summary
  local -a whole shown open
  while IFS=$'\t' read -r word summary; do
    if [[ $word == *[:=] ]]; then open+=("$word"); else
      whole+=("$word")
      shown+=("$word${'$'}{summary:+  -- $summary}")
    fi
  done < <("$words[1]" __complete zsh "${'$'}{(j: :)words[1,CURRENT]}" 2>/dev/null)
  (( $#whole )) && compadd -l -d shown -a whole
  (( $#open )) && compadd -S '' -a open
  return 0
}
compdef _district district`,
  fish: String.raw`# district: completion for fish. district completion fish | source
function __district_complete
  set -l words (commandline -opc)
  $words[1] __complete fish (commandline -cp) 2>/dev/null
end
complete -c district -f -a '(__district_complete)'`,
};
