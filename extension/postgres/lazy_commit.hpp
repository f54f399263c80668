// A commit that needn't reach the disk: of what is told again soon, and whose loss costs nothing. It then waits neither for the disk nor
// for a synchronous standby, and nobody who flushes flushes for its sake.
#pragma once

namespace fanout {

/// From construction to destruction the transaction writes what may be lost in a crash of the server. Where that is
/// all that it has written when it commits, it commits as with synchronous_commit = off; with anything else that was
/// written before or after, as ever.
class lazy_writes {
public:
    lazy_writes();
    ~lazy_writes();
    lazy_writes(const lazy_writes&) = delete;
    lazy_writes& operator=(const lazy_writes&) = delete;

private:
    bool nothing_else_is_written_;
};

/// To be called when the library is loaded.
void install_lazy_commits();

}  // namespace fanout
