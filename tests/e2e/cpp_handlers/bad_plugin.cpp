// A plugin whose registration goes wrong, as the environment says.
#include <fanout/plugin.hpp>

#include <cstdlib>

FANOUT_PLUGIN(registry) {
    const std::string how = std::getenv("BAD_PLUGIN");
    const fanout::handler function = [](fanout::task&) -> std::string { return "null"; };
    if (how == "throws") throw std::runtime_error("there is no GPU");
    if (how == "throws an int") throw 42;
    if (how == "bad option") registry.handle("a", function, {.concurrency = 0});
    if (how == "bad name") registry.handle("sql:a", function);
    registry.handle("a", function);
    if (how == "twice") registry.handle("a", function);
}
