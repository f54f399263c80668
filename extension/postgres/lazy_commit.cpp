#include "postgres/lazy_commit.hpp"

#include "postgres/postgres_api.hpp"

namespace fanout {
namespace {

/// Where this transaction's last record that may be lost ends in the WAL; invalid: it has written something else.
XLogRecPtr end_of_lazy_writes = InvalidXLogRecPtr;

/// All triggers have fired by then, and what they wrote lies behind the end.
void at_transaction_end(XactEvent event, void*) {
    if (event == XACT_EVENT_PRE_COMMIT && end_of_lazy_writes != InvalidXLogRecPtr &&
        end_of_lazy_writes == XactLastRecEnd) {
        (void)set_config_option("synchronous_commit", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_LOCAL,
                                true, 0, false);
    }
    end_of_lazy_writes = InvalidXLogRecPtr;
}

}  // namespace

/// Without a transaction id there are only records that no commit waits for, as of a page that was pruned when it was read.
lazy_writes::lazy_writes()
    : nothing_else_is_written_(!TransactionIdIsValid(GetTopTransactionIdIfAny()) ||
                               XactLastRecEnd == end_of_lazy_writes) {}

lazy_writes::~lazy_writes() {
    end_of_lazy_writes = nothing_else_is_written_ ? XactLastRecEnd : InvalidXLogRecPtr;
}

void install_lazy_commits() {
    RegisterXactCallback(at_transaction_end, nullptr);
}

}  // namespace fanout
