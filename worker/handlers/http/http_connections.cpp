#include "handlers/http/http_connections.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace fanout::worker_detail {
namespace {

using get_address = int(int, sockaddr*, socklen_t*);

/// One end of a connection.
void read_end(get_address get, curl_socket_t socket, std::string& ip, int& port) {
    sockaddr_storage address{};
    socklen_t size = sizeof(address);
    if (get(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return;
    const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address);
    const bool is_v6 = address.ss_family == AF_INET6;
    const void* bytes = is_v6 ? static_cast<const void*>(&v6.sin6_addr) : &v4.sin_addr;
    char text[INET6_ADDRSTRLEN] = "";
    inet_ntop(address.ss_family, bytes, text, sizeof(text));
    ip = text;
    port = ntohs(is_v6 ? v6.sin6_port : v4.sin_port);
}

http_connections::ends ends_of(curl_socket_t socket) {
    http_connections::ends result;
    read_end(getsockname, socket, result.local_ip, result.local_port);
    read_end(getpeername, socket, result.remote_ip, result.remote_port);
    return result;
}

}  // namespace

std::shared_ptr<http_connections::connection> http_connections::find(const ends& name) {
    if (const auto known = connections_.find(name); known != connections_.end()) return known->second;
    const auto found =
        std::find_if(unnamed_.begin(), unnamed_.end(), [&](curl_socket_t s) { return ends_of(s) == name; });
    if (found == unnamed_.end()) return nullptr;
    const auto made = std::make_shared<connection>(connection{.socket = *found});
    unnamed_.erase(found);
    connections_[name] = made;
    names_[made->socket] = name;
    has_new = true;
    return made;
}

void http_connections::closed(curl_socket_t socket) {
    std::erase(unnamed_, socket);
    const auto named = names_.find(socket);
    if (named == names_.end()) return;
    connections_.erase(named->second);
    names_.erase(named);
}

int http_connections::close(void* self, curl_socket_t socket) {
    static_cast<http_connections*>(self)->closed(socket);
    return ::close(socket);
}

}  // namespace fanout::worker_detail
