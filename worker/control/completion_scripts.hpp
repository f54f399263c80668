// What shells read for fanoutctl's completion: they ask `fanoutctl __complete`.
#pragma once

#include <string_view>

namespace fanout::control {

// Names of flows and ids have no characters that a shell would take for something else. Bash ends words at = and :, too:
// what has no space between is put together again.
inline constexpr std::string_view bash_script =
    R"bash(# In ~/.bashrc: source <(fanoutctl completion bash)
_fanoutctl() {
    local rest=${COMP_LINE:0:COMP_POINT} word words=()
    for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        if [[ ${#words[@]} -gt 0 && $rest != [[:space:]]* ]]; then words[-1]+=$word; else words+=("$word"); fi
        rest=${rest#*"$word"}
    done
    words=("${words[@]:1}")
    mapfile -t COMPREPLY < <("${COMP_WORDS[0]}" __complete -- "${words[@]//[\"\']/}" 2>/dev/null)
}
complete -F _fanoutctl fanoutctl
)bash";

inline constexpr std::string_view zsh_script =
    R"zsh(#compdef fanoutctl
# In ~/.zshrc, behind compinit: source <(fanoutctl completion zsh)
_fanoutctl() {
    local -a found
    found=(${(f)"$(${words[1]} __complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)"})
    compadd -- $found
}
compdef _fanoutctl fanoutctl
)zsh";

}  // namespace fanout::control
