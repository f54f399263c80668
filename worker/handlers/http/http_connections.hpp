// What is known of an executor's connections to services, which libcurl keeps and gives to one transfer after
// another.
#pragma once

#include <curl/curl.h>

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
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

    /// Whoever has sent a request over it may ask of it when it is closed, and its socket's number is another's.
    struct connection {
        curl_socket_t socket;
        bool speaks_http1 = false;  ///< an answer has come over it that isn't HTTP/2
    };

    size_t missing = 0;    ///< of transfers that have none yet
    bool has_new = false;  ///< since this was last made false

    /// libcurl's callback for a socket that is to be closed. @param self  this
    static int close(void* self, curl_socket_t socket);
    void opened(curl_socket_t socket) { unnamed_.push_back(socket); }
    /// Null where there is none.
    std::shared_ptr<connection> find(const ends& name);

private:
    void closed(curl_socket_t socket);

    std::vector<curl_socket_t> unnamed_;  // those without a request
    std::map<ends, std::shared_ptr<connection>> connections_;
    std::unordered_map<curl_socket_t, ends> names_;
};

}  // namespace fanout::worker_detail
