// PostgreSQL's headers that few files need, so they are not in the one that everything includes: utility
// statements, deferred triggers, databases' names, extensions, locks on tables, identifiers in texts, values as the
// protocol has them in binary.
#pragma once

#include "postgres/postgres_api.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-parameter"
extern "C" {
#include "catalog/pg_extension.h"
#include "commands/dbcommands.h"
#include "commands/extension.h"
#include "commands/trigger.h"
#include "libpq/pqformat.h"
#include "storage/lmgr.h"
#include "tcop/utility.h"
#include "utils/varlena.h"
}
#pragma GCC diagnostic pop
