// The files of the status page, as they are, for worker/daemon/page_files.cpp.
.macro file name, path
    .global fanout_\name
    .global fanout_\name\()_end
fanout_\name:
    .incbin "\path"
fanout_\name\()_end:
.endm

    .section .rodata
    file index_html, "worker/page/index.html"
    file page_css, "worker/page/page.css"
    file page_js, "worker/page/page.js"
    file icon_svg, "worker/page/icon.svg"

    .section .note.GNU-stack, "", %progbits
