// Serves a few pages over HTTP, from two threads of its own: GET and HEAD of exactly these paths.
#pragma once

#include <functional>
#include <map>
#include <string>

struct MHD_Daemon;

namespace fanout::worker_detail {

struct page {
    int status = 200;
    std::string type = "text/plain; charset=utf-8";
    std::string text;
};

class status_server {
public:
    /// Makes a page when it is asked for; on any thread, and on several at once.
    using page_maker = std::function<page()>;

    /// @param address  as is_listen_address() has it. Throws listen_error where it can't listen there.
    status_server(const std::string& address, std::map<std::string, page_maker> pages);
    status_server(const status_server&) = delete;
    status_server& operator=(const status_server&) = delete;
    ~status_server();

    /// The address with the port that it really has: port 0 is any that is free.
    const std::string& address() const { return address_; }

    /// What is answered to a request.
    page answer(const std::string& method, const std::string& path) const;

private:
    std::map<std::string, page_maker> pages_;
    std::string address_;
    MHD_Daemon* server_ = nullptr;
};

}  // namespace fanout::worker_detail
