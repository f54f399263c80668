#include "control/completion.hpp"

#include <algorithm>

namespace fanout::control {
namespace {

using words = std::vector<std::string>;

const CLI::App* command_named(const CLI::App& app, const std::string& name) {
    for (const CLI::App* c : app.get_subcommands({})) {
        if (c->get_name() == name) return c;
    }
    return nullptr;
}

const CLI::Option* option_named(const CLI::App& app, const std::string& word) {
    for (const CLI::Option* o : app.get_options({})) {
        if (!o->get_positional() && o->check_name(word)) return o;
    }
    return nullptr;
}

bool wants_value(const CLI::Option* o) {
    return o && o->get_expected_max() > 0;
}

/// What has been written: the command, how many arguments it has so far, and what option the word is for.
struct place {
    const CLI::App* command = nullptr;
    size_t arguments = 0;
    const CLI::Option* option = nullptr;
};

const CLI::Option* option_of(const CLI::App& app, const place& at, const std::string& word) {
    const CLI::Option* own = at.command ? option_named(*at.command, word) : nullptr;
    return own ? own : option_named(app, word);
}

place place_after(const CLI::App& app, const words& before) {
    place at;
    for (const std::string& word : before) {
        if (at.option) {
            at.option = nullptr;
        } else if (word.starts_with('-') && word.size() > 1) {
            const CLI::Option* o = option_of(app, at, word);
            at.option = wants_value(o) ? o : nullptr;
        } else if (!at.command) {
            at.command = command_named(app, word);
        } else {
            ++at.arguments;
        }
    }
    return at;
}

words visible_commands(const CLI::App& app) {
    words result;
    for (const CLI::App* c : app.get_subcommands({})) {
        if (!c->get_group().empty()) result.push_back(c->get_name());
    }
    return result;
}

words options_of(const CLI::App& app) {
    words result;
    for (const CLI::Option* o : app.get_options({})) {
        for (const std::string& name : o->get_lnames()) result.push_back("--" + name);
    }
    return result;
}

const CLI::Option* argument_of(const CLI::App& command, size_t number) {
    for (const CLI::Option* o : command.get_options({})) {
        if (o->get_positional() && number-- == 0) return o;
    }
    return nullptr;
}

/// "text|dot", or a kind of names.
words values_of(const std::string& kind, const name_source& names) {
    return kind.find('|') == kind.npos ? names(kind) : CLI::detail::split(kind, '|');
}

words argument_values(const CLI::Option* o, const name_source& names) {
    if (!o) return {};
    const bool has_choice = o->get_type_name().find('|') != std::string::npos;
    return values_of(has_choice ? o->get_type_name() : o->get_name(true), names);
}

words candidates(const CLI::App& app, const place& at, bool is_option, const name_source& names) {
    if (at.option) return values_of(at.option->get_type_name(), names);
    if (is_option) {
        words result = options_of(app);
        if (at.command) {
            const words own = options_of(*at.command);
            result.insert(result.end(), own.begin(), own.end());
        }
        return result;
    }
    return at.command ? argument_values(argument_of(*at.command, at.arguments), names)
                      : visible_commands(app);
}

}  // namespace

std::vector<std::string> completions(const CLI::App& app, const words& written, const name_source& names) {
    if (written.empty()) return visible_commands(app);
    const place at = place_after(app, {written.begin(), written.end() - 1});
    const std::string& word = written.back();
    words result = candidates(app, at, word.starts_with('-'), names);
    std::erase_if(result, [&](const std::string& w) { return !w.starts_with(word); });
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

}  // namespace fanout::control
