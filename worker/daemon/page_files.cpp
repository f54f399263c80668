#include "daemon/page_files.hpp"

// worker/page/files.S has them between these.
extern "C" {
extern const char fanout_index_html[], fanout_index_html_end[];
extern const char fanout_page_css[], fanout_page_css_end[];
extern const char fanout_page_js[], fanout_page_js_end[];
extern const char fanout_icon_svg[], fanout_icon_svg_end[];
}

namespace fanout::worker_detail::page_files {

std::string_view index_html() {
    return {fanout_index_html, fanout_index_html_end};
}

std::string_view page_css() {
    return {fanout_page_css, fanout_page_css_end};
}

std::string_view page_js() {
    return {fanout_page_js, fanout_page_js_end};
}

std::string_view icon_svg() {
    return {fanout_icon_svg, fanout_icon_svg_end};
}

}  // namespace fanout::worker_detail::page_files
