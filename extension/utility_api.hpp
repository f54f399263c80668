// PostgreSQL's headers that few files need, so they are not in the one that everything includes: utility statements, deferred
// triggers, identifiers in texts.
#pragma once

#include "postgres_api.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-parameter"
extern "C" {
#include "commands/trigger.h"
#include "tcop/utility.h"
#include "utils/varlena.h"
}
#pragma GCC diagnostic pop
