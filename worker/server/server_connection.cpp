#include "server/server_connection.hpp"

#include "server/postgres.hpp"

#include <utility>

namespace fanout::worker_detail {

server_connection::server_connection(const std::string& options, listener heard)
    : connection_(std::make_unique<connection>(options, std::move(heard))) {}

server_connection::~server_connection() = default;

bool server_connection::has_own_session() {
    return connection_->has_own_session();
}

std::optional<int> server_connection::backend() {
    return connection_->backend();
}

void server_connection::listen(const std::string& channel, listener heard) {
    connection_->listen(channel, std::move(heard));
}

void server_connection::wait(int milliseconds) {
    connection_->wait(milliseconds);
}

void server_connection::cancel() {
    connection_->cancel();
}

void server_connection::disconnect() {
    connection_->disconnect();
}

}  // namespace fanout::worker_detail
