#include "postgres/engine_statement.hpp"

namespace fanout {
namespace {

bool under_way = false;

}  // namespace

engine_statement::engine_statement() : outer_(under_way) {
    under_way = true;
}

engine_statement::~engine_statement() {
    under_way = outer_;
}

bool engine_statement::is_under_way() {
    return under_way;
}

}  // namespace fanout
