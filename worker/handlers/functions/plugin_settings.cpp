#include "handlers/functions/plugin_settings.hpp"

namespace fanout::worker_detail {

void plugin_settings::add_keys(const section& s, std::map<std::string, section::reader>& keys) {
    keys["library"] = s.text(library);
}

void plugin_settings::check(const section& s) const {
    if (library.empty()) s.fail_key("library", "is missing: the path of a shared object");
}

void plugin_settings::load(const section& s, const std::string& name, const plugin_loader& loader) {
    try {
        const plugin_function found = loader(library, name);
        function = found.function;
        wanted_concurrency = {found.how.concurrency.min, found.how.concurrency.max};
        wanted_prefetch = found.how.prefetch;
        lanes = found.how.lanes;
    } catch (const plugin_error& e) {
        s.fail_key("library", e.what());
    }
}

}  // namespace fanout::worker_detail
