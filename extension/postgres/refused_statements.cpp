#include "postgres/refused_statements.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/utility_api.hpp"

namespace fanout {
namespace {

ProcessUtility_hook_type next_hook = nullptr;

/// Whose function runs; null where none does.
const char* whose = nullptr;

/// The list. What PostgreSQL refuses in a function anyway isn't on it (transactions, VACUUM), nor what is
/// undone: settings, temporary objects, cursors that end with their transaction; a change of role it refuses
/// to whoever acts as another. NOTIFY is sent at the commit, and no more.
bool stays_in_session(const Node* statement) {
    switch (nodeTag(statement)) {
    case T_PrepareStmt:
    case T_ExecuteStmt:
    case T_DeallocateStmt:
    case T_DiscardStmt:
    case T_ListenStmt:
    case T_UnlistenStmt:
    case T_LoadStmt:
        return true;
    case T_DeclareCursorStmt:
        return (reinterpret_cast<const DeclareCursorStmt*>(statement)->options & CURSOR_OPT_HOLD) != 0;
    default:
        return false;
    }
}

/// PostgreSQL calls it, so it throws nothing and has nothing to destroy.
void process(PlannedStmt* planned, const char* query, bool read_only_tree, ProcessUtilityContext context,
             ParamListInfo parameters, QueryEnvironment* environment, DestReceiver* destination,
             QueryCompletion* completion) {
    if (whose && stays_in_session(planned->utilityStmt)) {
        const char* code = sqlstate::stays_in_session;
        ereport(ERROR,
                (errcode(MAKE_SQLSTATE(code[0], code[1], code[2], code[3], code[4])),
                 errmsg_internal("%s: %s is not allowed in its function", whose,
                                 CreateCommandName(planned->utilityStmt)),
                 errdetail_internal("It would stay in the session, which runs the functions of others, "
                                    "too."),
                 errhint("Use what ends with the transaction.")));
    }
    auto next = next_hook ? next_hook : standard_ProcessUtility;
    next(planned, query, read_only_tree, context, parameters, environment, destination, completion);
}

}  // namespace

refused_statements::refused_statements(std::string where) : where_(std::move(where)), outer_(whose) {
    whose = where_.c_str();
}

refused_statements::~refused_statements() {
    whose = outer_;
}

void install_refusals() {
    next_hook = ProcessUtility_hook;
    ProcessUtility_hook = process;
}

}  // namespace fanout
