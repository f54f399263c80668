// Whether it is the engine that PostgreSQL plans and executes for: what its hooks do concerns nobody else.
#pragma once

namespace fanout {

/// From construction to destruction a statement of the engine is being planned and executed.
class engine_statement {
public:
    engine_statement();
    ~engine_statement();
    engine_statement(const engine_statement&) = delete;
    engine_statement& operator=(const engine_statement&) = delete;

    static bool is_under_way();

private:
    bool outer_;
};

}  // namespace fanout
