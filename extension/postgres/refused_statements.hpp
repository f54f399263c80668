// The statements that a user's function may not use, because what they do outlives it: in the session, which
// runs the functions of others, too.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

/// From construction to destruction: these statements raise stays_in_session in this backend, however they
/// are reached.
class refused_statements {
public:
    /// @param where  whose function it is
    explicit refused_statements(std::string where);
    ~refused_statements();
    refused_statements(const refused_statements&) = delete;
    refused_statements& operator=(const refused_statements&) = delete;

private:
    std::string where_;
    const char* outer_;
};

/// To be called once, when the library is loaded.
void install_refusals();

}  // namespace fanout
