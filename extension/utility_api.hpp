// What PostgreSQL says of utility statements and of deferred triggers: only the scope of users' functions
// needs it, so it isn't in the header that everything includes.
#pragma once

#include "postgres_api.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-parameter"
extern "C" {
#include "commands/trigger.h"
#include "tcop/utility.h"
}
#pragma GCC diagnostic pop
