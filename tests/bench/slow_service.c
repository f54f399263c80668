/* An HTTP service that answers {"n": 1} to every request after so many milliseconds.
 *
 *   slow_service MILLISECONDS
 *
 * It prints its port when it listens, and when SIGTERM ends it how many connections it has seen. */
#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>

#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

static struct event_base *base;
static const struct timeval *delay;
static long connections;

static void answer(evutil_socket_t unused, short what, void *argument)
{
	struct evhttp_request *request = argument;
	struct evbuffer *body = evbuffer_new();

	(void) unused;
	(void) what;
	evbuffer_add_reference(body, "{\"n\": 1}", 8, NULL, NULL);
	evhttp_add_header(evhttp_request_get_output_headers(request), "Content-Type", "application/json");
	evhttp_send_reply(request, 200, "OK", body);
	evbuffer_free(body);
}

static void receive(struct evhttp_request *request, void *unused)
{
	(void) unused;
	event_base_once(base, -1, EV_TIMEOUT, answer, request, delay);
}

static struct bufferevent *count_connection(struct event_base *of, void *unused)
{
	(void) of;
	(void) unused;
	connections++;
	return NULL;
}

static void end(evutil_socket_t unused, short what, void *argument)
{
	(void) unused;
	(void) what;
	event_base_loopbreak(argument);
}

static int listen_anywhere(struct evhttp *http)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof(address);
	struct evconnlistener *listener = evconnlistener_new_bind(
		base, NULL, NULL, LEV_OPT_CLOSE_ON_FREE, 1024, (struct sockaddr *) &address, sizeof(address));

	if (!listener || !evhttp_bind_listener(http, listener)) return -1;
	getsockname(evconnlistener_get_fd(listener), (struct sockaddr *) &address, &length);
	return ntohs(address.sin_port);
}

int main(int argc, char **argv)
{
	const long milliseconds = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
	const struct timeval time = {milliseconds / 1000, milliseconds % 1000 * 1000};
	struct rlimit limit;
	struct evhttp *http;
	int port;

	getrlimit(RLIMIT_NOFILE, &limit);
	limit.rlim_cur = limit.rlim_max;
	setrlimit(RLIMIT_NOFILE, &limit);
	base = event_base_new();
	http = evhttp_new(base);
	/* Timers of one length wait in one list. */
	delay = event_base_init_common_timeout(base, &time);
	evhttp_set_bevcb(http, count_connection, NULL);
	evhttp_set_gencb(http, receive, NULL);
	port = listen_anywhere(http);
	if (port < 0) {
		perror("slow_service");
		return 1;
	}
	printf("%d\n", port);
	fflush(stdout);
	event_add(evsignal_new(base, SIGTERM, end, base), NULL);
	event_base_dispatch(base);
	printf("%ld\n", connections);
	return 0;
}
