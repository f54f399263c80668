#include "handlers.hpp"

#include <fanout/plugin.hpp>

FANOUT_PLUGIN(registry) {
    register_handlers(registry);
}
