// What is known of an executor's connections to services, which libcurl keeps and gives to one transfer after
// another.
#pragma once

#include <curl/curl.h>

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace fanout::worker_detail {

class http_connections {
public:
    /// Both ends of a connection. libcurl names it by them before a request; which socket it is, it says only
    /// after.
    struct ends {
        std::string local_ip, remote_ip;
        int local_port = 0, remote_port = 0;
        auto operator<=>(const ends&) const = default;
    };

    size_t missing = 0;  ///< of transfers that have none yet

    /// libcurl's callback for a socket that is to be closed. @param self  this
    static int close(void* self, curl_socket_t socket);
    void opened(curl_socket_t socket) { unnamed_.push_back(socket); }
    /// CURL_SOCKET_BAD where there is none.
    curl_socket_t find(const ends& name);

    /// An answer has come over it that isn't HTTP/2.
    void speaks_http1(curl_socket_t socket) { http1_.insert(socket); }
    /// Whether such an answer has come; true also where the socket is not known.
    bool may_speak_http1(curl_socket_t socket) const {
        return socket == CURL_SOCKET_BAD || http1_.contains(socket);
    }

private:
    void closed(curl_socket_t socket);

    std::vector<curl_socket_t> unnamed_;  // those without a request
    std::map<ends, curl_socket_t> sockets_;
    std::unordered_map<curl_socket_t, ends> names_;
    std::unordered_set<curl_socket_t> http1_;
};

}  // namespace fanout::worker_detail
