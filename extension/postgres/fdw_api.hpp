// What PostgreSQL says of foreign tables and of the planner's paths: only the rows of tasks need it, so it
// isn't in the header that everything includes.
#pragma once

#include "postgres/postgres_api.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-parameter"
extern "C" {
#include "catalog/pg_am.h"
#include "catalog/pg_collation.h"
#include "commands/defrem.h"
#include "executor/tstoreReceiver.h"
#include "foreign/fdwapi.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "optimizer/clauses.h"
#include "optimizer/cost.h"
#include "optimizer/pathnode.h"
#include "optimizer/planmain.h"
#include "optimizer/restrictinfo.h"
#include "tcop/dest.h"
}
#pragma GCC diagnostic pop

#include "postgres/fdw_compat.hpp"
