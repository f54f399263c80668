#include "handlers/functions/plugin.hpp"

#include <dlfcn.h>

namespace fanout::worker_detail {
namespace {

using version_function = const char* (*)();
using register_function = void (*)(registry&);

template <typename Function> Function find(void* library, const char* symbol) {
    return reinterpret_cast<Function>(dlsym(library, symbol));
}

void check_version(void* library) {
    const auto version = find<version_function>(library, "fanout_plugin_version");
    if (!version || !find<register_function>(library, "fanout_register")) {
        throw plugin_error("is no plugin: it has no FANOUT_PLUGIN");
    }
    if (version() != std::string(FANOUT_PLUGIN_VERSION)) {
        throw plugin_error(std::string("was built for another libfanoutworker: its version is ") + version() +
                           ", this daemon's " FANOUT_PLUGIN_VERSION);
    }
}

/// Runs the plugin's own code, which may throw anything.
std::shared_ptr<const functions> handlers_of(void* library) {
    const auto table = std::make_shared<handler_table>();
    try {
        find<register_function>(library, "fanout_register")(*table);
    } catch (const std::exception& e) {
        throw plugin_error(std::string("can't register its handlers: ") + e.what());
    } catch (...) {
        throw plugin_error("can't register its handlers: an exception that is no std::exception");
    }
    return {table, &table->all()};
}

std::string names_of(const functions& handlers) {
    std::string result;
    for (const auto& entry : handlers) result += (result.empty() ? "" : ", ") + entry.first;
    return result.empty() ? "none" : result;
}

std::shared_ptr<const functions> load_plugin(const std::string& file) {
    static std::map<void*, std::shared_ptr<const functions>> loaded;
    if (file.find('/') == std::string::npos) throw plugin_error("is no path: it has no slash");
    void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) throw plugin_error(std::string("can't be loaded: ") + dlerror());
    auto& handlers = loaded[library];
    if (!handlers) {
        check_version(library);
        handlers = handlers_of(library);
    }
    return handlers;
}

}  // namespace

plugin_function find_in_plugin(const std::string& file, const std::string& name) {
    const std::shared_ptr<const functions> handlers = load_plugin(file);
    const auto found = handlers->find(name);
    if (found == handlers->end()) {
        throw plugin_error("has no handler of that name; it has " + names_of(*handlers));
    }
    const auto& [function, how] = found->second;
    return {{handlers, &function}, how};
}

}  // namespace fanout::worker_detail
