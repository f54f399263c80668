#include "handlers/functions/plugin_settings.hpp"

#include "handlers/functions/plugin.hpp"

namespace fanout::worker_detail {
namespace {

std::string names_of(const functions& handlers) {
    std::string result;
    for (const auto& entry : handlers) result += (result.empty() ? "" : ", ") + entry.first;
    return result.empty() ? "none" : result;
}

}  // namespace

void plugin_settings::add_keys(const section& s, std::map<std::string, section::reader>& keys) {
    keys["library"] = s.text(library);
}

void plugin_settings::check(const section& s) const {
    if (library.empty()) s.fail_key("library", "is missing: the path of a shared object");
}

handler_options plugin_settings::load(const section& s, const std::string& name) {
    try {
        const auto handlers = load_plugin(library);
        const auto found = handlers->find(name);
        if (found == handlers->end()) {
            throw plugin_error("has no handler of that name; it has " + names_of(*handlers));
        }
        function = {handlers, &found->second.first};
        lanes = found->second.second.lanes;
        return found->second.second;
    } catch (const plugin_error& e) {
        s.fail_key("library", e.what());
    }
}

}  // namespace fanout::worker_detail
