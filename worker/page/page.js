// The status page. What is shown is made anew from each answer and compared with what stands there, so nothing flickers, and focus
// and scrolling stay. Whatever comes from the database becomes a text node or an attribute, never markup.

const SVG = 'http://www.w3.org/2000/svg';
const refresh = {live: 3000, still: 10000, trouble: 6000};
const mostDrawn = 200;
const el = Object.fromEntries(['nav', 'live', 'leave', 'trouble', 'main', 'login', 'token', 'wrong', 'ask', 'question', 'why', 'reason', 'yes', 'no', 'skip']
    .map(id => [id, document.getElementById(id)]));

// -- making and changing elements -----------------------------------------------------------------------------------------

function make(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes ?? {})) {
        if (value != null && value !== false) node.setAttribute(name, value === true ? '' : value);
    }
    node.append(...children.flat(9).filter(child => child != null && child !== false));
    return node;
}
const h = (tag, attributes, ...children) => make(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => make(document.createElementNS(SVG, tag), attributes, children);

const keyOf = node => node.dataset?.key;

/** Makes `from` what `to` is, changing no more than differs. */
function morph(from, to) {
    if (from.nodeType !== Node.ELEMENT_NODE) {
        if (from.data !== to.data) from.data = to.data;
        return;
    }
    for (const {name} of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
    for (const {name, value} of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
    morphChildren(from, [...to.childNodes]);
}

function morphChildren(from, wanted) {
    const keyed = new Map([...from.children].filter(keyOf).map(child => [keyOf(child), child]));
    let at = from.firstChild;
    for (const to of wanted) {
        const here = keyOf(to) ? keyed.get(keyOf(to)) : at && !keyOf(at) && at.nodeName === to.nodeName ? at : null;
        if (!here) {
            from.insertBefore(to, at);
            continue;
        }
        if (here === at) at = at.nextSibling;
        else from.insertBefore(here, at);
        morph(here, to);
    }
    while (at) {
        const next = at.nextSibling;
        at.remove();
        at = next;
    }
}

// -- texts ------------------------------------------------------------------------------------------------------------------

const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A name on one line, in which what can't be seen, or turns what follows, is written out. */
const plain = text => String(text).replace(unseen, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** A text of several lines, likewise. */
const lines = text => String(text).split('\n').map(plain).join('\n');
/** A name, whose own direction doesn't turn what stands around it. */
const name = text => h('bdi', {}, plain(text));
const shortened = (text, length) => {
    const letters = [...plain(text)];
    return letters.length > length ? letters.slice(0, length - 1).join('') + '…' : letters.join('');
};
const number = value => Number(value ?? 0).toLocaleString('en');

function duration(seconds) {
    if (seconds == null) return '';
    if (seconds < 0.001) return '0 ms';
    if (seconds < 0.9995) return `${seconds < 0.00995 ? Math.round(seconds * 10000) / 10 : Math.round(seconds * 1000)} ms`;
    if (seconds < 59.95) return `${Math.round(seconds * 10) / 10} s`;
    const [large, small] = seconds < 3599.5 ? [60, 1] : seconds < 86370 ? [3600, 60] : [86400, 3600];
    const units = {86400: 'd', 3600: 'h', 60: 'min', 1: 's'};
    const whole = Math.round(seconds / small), first = Math.floor(whole / (large / small)), rest = whole % (large / small);
    return `${first} ${units[large]}${rest ? ` ${rest} ${units[small]}` : ''}`;
}

const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'});
const day = new Intl.DateTimeFormat('en-GB', {year: 'numeric', month: 'short', day: 'numeric'});
function moment(iso) {
    if (!iso) return null;
    const date = new Date(iso);
    const today = date.toDateString() === new Date().toDateString();
    return h('time', {datetime: iso, title: date.toString()}, (today ? '' : day.format(date) + ' ') + clock.format(date));
}

const words = {created: 'waits', ok: 'ok', warning: 'warning', bad: 'bad'};
const status = value => h('span', {class: `status ${value}`}, words[value] ?? value);
const statusOf = run => run.status === 'started' && run.paused ? 'paused' : run.status;
const share = (part, whole) => whole > 0 ? Math.min(part / whole, 1) : 0;
const percent = value => `${Math.round(value * 10000) / 100}%`;

function bar(run) {
    const whole = run.status === 'completed' ? 1 : share(run.done, run.total), lost = Math.min(share(run.failed, run.total), whole);
    const text = `${number(run.done)} of ${number(run.total)} tasks done${run.failed > 0 ? `, ${number(run.failed)} failed` : ''}`;
    return s('svg', {class: `bar ${run.status}`, role: 'img', 'aria-label': text},
        s('title', {}, text),
        s('rect', {class: 'done', width: percent(whole - lost), height: 8}),
        lost > 0 && s('rect', {class: 'lost', x: percent(whole - lost), width: percent(lost), height: 8}));
}
const counts = of => [number(of.done), ' / ', of.total == null ? '?' : number(of.total),
    of.failed > 0 && [' · ', h('span', {class: 'wrong'}, `${number(of.failed)} failed`)]];

// -- tables -----------------------------------------------------------------------------------------------------------------

/** columns: [title, cell of a row, class, whether its title is shown in a card]. */
function table(caption, columns, rows, keyOfRow) {
    return h('div', {class: 'sheet scroll', tabindex: 0, role: 'region', 'aria-label': caption},
        h('table', {class: 'cards'}, h('caption', {}, caption),
            h('thead', {}, h('tr', {}, columns.map(([title, , kind]) => h('th', {scope: 'col', class: kind}, title)))),
            h('tbody', {}, rows.map(row => h('tr', {'data-key': keyOfRow(row)}, columns.map(([title, cell, kind, labelled]) =>
                h('td', {class: kind, 'data-label': labelled && title}, cell(row))))))));
}
const empty = (...text) => h('div', {class: 'sheet empty'}, ...text);

// -- runs -------------------------------------------------------------------------------------------------------------------

const runLink = (id, text) => h('a', {href: `#/run/${id}`}, text);
const runName = run => run.name != null && run.name !== '' ? name(run.name) : h('code', {}, run.run_id.slice(0, 8));

function query(values) {
    const set = Object.entries(values).filter(([, value]) => value);
    return set.length ? '?' + new URLSearchParams(set) : '';
}

function filter(flows, at) {
    const choice = (label, id, options) => h('label', {for: id}, label, h('select', {id, 'data-filter': id},
        h('option', {value: ''}, 'all'), options.map(value => h('option', {value}, plain(value)))));
    if (at.flow && !flows.includes(at.flow)) flows = [at.flow, ...flows];
    return h('form', {class: 'filter'}, choice('Flow', 'flow', flows),
        choice('Status', 'status', ['started', 'completed', 'failed', 'cancelled']));
}

async function showRuns(at, get) {
    const [{runs, more}, {flows}] = await Promise.all([get('/api/runs' + query(at)), get('/api/flows')]);
    const last = runs.at(-1);
    const {before, before_id, ...kept} = at;
    const content = runs.length === 0 ? empty(at.flow || at.status || before ? 'No run is like this.' : 'There are no runs yet. ',
        !(at.flow || at.status || before) && h('code', {}, "SELECT fanout.start_run('…')"), !(at.flow || at.status || before) && ' starts one.') :
        table('Runs, the newest first', [
            ['Status', run => status(statusOf(run))],
            ['Run', run => [runLink(run.run_id, runName(run)), h('span', {class: 'small'}, name(run.flow), run.parent && ' · a child run')], 'text'],
            ['Progress', run => [bar(run), run.status === 'failed' && run.error && h('span', {class: 'small wrong text'}, shortened(run.error, 120))], 'wide'],
            ['Tasks', run => counts(run), 'number', true],
            ['Started', run => moment(run.started_at), 'number', true],
            ['Took', run => [duration(run.elapsed), run.eta != null && h('span', {class: 'small'}, `about ${duration(run.eta)} left`)], 'number', true],
        ], runs, run => run.run_id);
    return {
        title: at.flow || at.status ? `Runs: ${[at.status, at.flow && plain(at.flow)].filter(Boolean).join(', ')}` : 'Runs',
        pause: before ? refresh.still : refresh.live,
        nodes: [h('h1', {}, 'Runs'), filter(flows, at), content, h('div', {class: 'pages'},
            before && h('a', {href: '#/runs' + query(kept)}, 'Newest'),
            more && h('a', {href: '#/runs' + query({...kept, before: last.started_at, before_id: last.run_id})}, 'Older'))],
    };
}

// -- a run's graph ------------------------------------------------------------------------------------------------------------

const box = {width: 168, height: 52, gapX: 56, gapY: 18, through: 10};

/** Columns of places for steps, each behind all that it depends on; an edge over several columns gets a place in each of those. */
function layered(steps) {
    const bySlug = new Map(steps.map(step => [step.step, {step, column: 0, above: []}]));
    for (const place of bySlug.values()) {
        for (const dependency of place.step.depends_on) {
            const before = bySlug.get(dependency);
            if (before) place.column = Math.max(place.column, before.column + 1);
        }
    }
    const columns = [], edges = [];
    const put = place => { (columns[place.column] ??= []).push(place); return place; };
    for (const place of bySlug.values()) put(place);
    for (const place of bySlug.values()) {
        for (const dependency of place.step.depends_on) {
            let from = bySlug.get(dependency);
            if (!from) continue;
            const path = [from];
            for (let column = from.column + 1; column < place.column; ++column) {
                const through = put({column, above: [from]});
                path.push(through);
                from = through;
            }
            place.above.push(from);
            edges.push({path: [...path, place], of: place.step, from: dependency});
        }
    }
    return {columns, edges};
}

/** Each place stands near the middle of those it depends on. */
function arrange(columns) {
    const heights = columns.map(column => {
        const middle = place => place.above.reduce((sum, p) => sum + p.y, 0) / place.above.length;
        if (column[0]?.column > 0) column.sort((a, b) => middle(a) - middle(b));
        let y = 0;
        for (const place of column) {
            place.height = place.step ? box.height : box.through;
            place.y = y + place.height / 2;
            y += place.height + box.gapY;
        }
        return y - box.gapY;
    });
    const height = Math.max(...heights);
    columns.forEach((column, i) => column.forEach(place => {
        place.y += (height - heights[i]) / 2 + 2;
        place.x = 2 + i * (box.width + box.gapX);
    }));
    return {width: columns.length * (box.width + box.gapX) - box.gapX + 4, height: height + 4};
}

function edgePath({path}) {
    let d = '';
    path.forEach((place, i) => {
        if (i === 0) {
            d = `M${place.x + box.width},${place.y}`;
            return;
        }
        const before = path[i - 1], half = box.gapX / 2, startX = before.x + box.width;
        d += `C${startX + half},${before.y} ${place.x - half},${place.y} ${place.x},${place.y}`;
        if (!place.step) d += `H${place.x + box.width}`;
    });
    return d;
}

function drawStep({step, x, y}, critical) {
    const whole = step.status === 'completed' ? 1 : share(step.done, step.total), lost = Math.min(share(step.failed, step.total), whole);
    const said = step.status === 'created' ? 'waits' : step.type === 'single' ? step.status : `${number(step.done)} / ${number(step.total)}`;
    const left = x + 10, width = box.width - 20, top = y - box.height / 2;
    return s('g', {class: `${step.status}${critical ? ' critical' : ''}`, 'data-key': step.step},
        s('title', {}, `${plain(step.step)} (${plain(step.handler)}): ${step.status}, ${number(step.done)} of ${number(step.total)} done`),
        s('rect', {class: 'node', x, y: top, width: box.width, height: box.height, rx: 8}),
        s('text', {x: left, y: top + 19}, shortened(step.step, 21)),
        s('text', {class: 'faint', x: left, y: top + 35}, said + (step.failed > 0 ? ` · ${number(step.failed)} failed` : '')),
        s('rect', {class: 'track', x: left, y: top + 41, width, height: 4, rx: 2}),
        s('rect', {class: 'done', x: left, y: top + 41, width: width * (whole - lost), height: 4, rx: 2}),
        lost > 0 && s('rect', {class: 'lost', x: left + width * (whole - lost), y: top + 41, width: width * lost, height: 4}));
}

function graph(run) {
    const {columns, edges} = layered(run.steps);
    const {width, height} = arrange(columns);
    const kind = e => e.of.source !== e.from ? 'edge' : e.of.is_pipelined ? 'edge items' : 'edge each';
    const some = of => edges.some(e => kind(e) === of);
    return [h('h2', {}, 'Graph'),
        h('div', {class: 'sheet graph scroll', tabindex: 0, role: 'region', 'aria-label': 'Graph of the steps; the table of steps says the same'},
            s('svg', {width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${run.steps.length} steps and what they depend on`},
                edges.map(e => s('path', {class: kind(e), d: edgePath(e)})),
                columns.flat().filter(place => place.step).map(place => drawStep(place, run.critical.includes(place.step.step))))),
        h('p', {class: 'note'}, ['A thick frame: on the critical path.', some('edge each') && ' A thick line: a task for each item.',
            some('edge items') && ' A thick dashed line: item by item.'].filter(Boolean).join(''))];
}

// -- a run's times ----------------------------------------------------------------------------------------------------------

const partNames = {dependencies: 'waited for dependencies', starting: 'starting', delay: 'start delay', queue: 'queue', limits: 'limits',
    execution: 'execution', pauses: 'pauses before retries', gathering: 'gathering'};
const partsText = step => Object.entries(step.parts).filter(([, seconds]) => seconds >= 0.0005)
    .map(([part, seconds]) => `${partNames[part]} ${duration(seconds)}`).join(', ');

function gantt(run) {
    const begun = run.steps.filter(step => step.ready != null);
    const end = Math.max(...begun.map(step => step.ended), run.elapsed, 0.000001);
    const at = seconds => percent(Math.min(Math.max(seconds / end, 0), 1));
    const piece = (kind, from, to) => to > from && s('rect', {class: kind, x: at(from), width: at(Math.max(to - from, end / 500)), height: 18, rx: 2});
    const ticks = [0, 0.25, 0.5, 0.75, 1];
    const grid = (top, height) => ticks.map(tick => s('line', {class: 'grid', x1: percent(tick), x2: percent(tick), y1: top, y2: top + height}));
    return [h('h2', {}, 'Timeline'),
        h('div', {class: 'sheet gantt'},
            h('div', {class: 'row'}, h('span', {class: 'spare'}),
                s('svg', {class: 'axis', 'aria-hidden': 'true'}, grid(13, 3), ticks.map(tick => s('text',
                    {x: percent(tick), y: 10, 'text-anchor': tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}, duration(tick * end)))),
                h('span', {class: 'spare'})),
            begun.map(step => {
                const gathers = Math.max(step.ended - (step.gathered ?? 0), step.ready), began = Math.min(step.began ?? gathers, gathers);
                const text = `${plain(step.step)}: ${partsText(step) || duration(0)}`;
                return h('div', {class: 'row', 'data-key': step.step},
                    h('span', {class: `name${run.critical.includes(step.step) ? ' critical' : ''}`, title: plain(step.step)}, name(step.step)),
                    s('svg', {class: step.status, role: 'img', 'aria-label': text}, s('title', {}, text), grid(-5, 28),
                        piece('wait', step.ready, began), piece('work', began, gathers), piece('gather', gathers, step.ended)),
                    h('span', {class: 'time'}, duration(step.ended - Math.min(step.ready, began))));
            })),
        h('p', {class: 'note'}, 'Pale: its tasks wait to be claimed. Full: they run. Half: its output is put together. Bold: on the critical path.')];
}

const stepColumns = [
    ['Status', step => status(step.status)],
    ['Step', step => [name(step.step), h('span', {class: 'small'}, name(step.handler), step.queue !== 'default' && [' · queue ', name(step.queue)],
        step.limits?.length > 0 && [' · limits ', step.limits.map((limit, i) => [i > 0 && ', ', name(limit)])])], 'text'],
    ['Progress', step => [bar(step), step.error && h('span', {class: 'small wrong text'}, shortened(step.error, 200))], 'wide'],
    ['Tasks', step => counts(step), 'number', true],
    ['Retries', step => step.retries > 0 ? (step.retries >= 10000 ? '10,000 or more' : number(step.retries)) : '', 'number', true],
    ['Per second', step => step.rate == null || step.type === 'single' ? '' : number(step.rate), 'number', true],
    ['A task', step => step.executing_p50 == null ? '' : [duration(step.executing_p50),
        step.type !== 'single' && h('span', {class: 'small'}, `95 %: ${duration(step.executing_p95)}`)], 'number', true],
];

// What it is, and how much of a worry: as words of state are coloured.
const reasonWords = {running: ['runs', 'started'], silent_worker: ['silent worker', 'bad'], paused: ['paused', 'paused'], limit: ['limit', 'created'],
    retry: ['waits for its retry', 'warning'], delayed: ['start delay', 'created'], no_worker: ['no worker', 'bad'], queued: ['in the queue', 'created'],
    child: ['child run', 'started'], large_step: ['large step', 'started'], dependency: ['dependency', 'created']};

function reasonsOf(run, {reasons, count, trouble}) {
    if (run.status !== 'started' || reasons?.length === 0) return [];
    const title = h('h2', {}, 'Why it isn’t done yet');
    if (trouble) return [title, h('p', {class: 'note'}, trouble)];
    const reason = ({reason}) => h('span', {class: `status ${reasonWords[reason]?.[1] ?? 'created'}`}, reasonWords[reason]?.[0] ?? plain(reason));
    return [title, table('Why it isn’t done yet', [
            ['Reason', reason, 'inline'],
            ['Step', w => name(w.step), 'inline slug'],
            ['Tasks', w => number(w.tasks), 'number', true],
            ['Since', w => moment(w.since), 'number', true],
            ['What exactly', w => h('span', {class: 'lines'}, lines(w.detail ?? '')), 'wide text'],
            ['What to do', w => plain(w.hint ?? ''), 'hint text'],
        ], reasons.map((w, i) => ({...w, i})), w => `${w.i}`),
        count > reasons.length && h('p', {class: 'note'}, `The first ${reasons.length} of ${number(count)}; fanout.why has all.`)];
}

function failuresOf(run, {steps, tasks}) {
    if (!steps.length && !tasks.length) return [];
    const going = new Set(run.steps.filter(step => step.status !== 'completed').map(step => step.step));
    const mayRetry = e => session.may_act && ['started', 'failed'].includes(run.status) && e.position == null && going.has(e.step);
    return [h('h2', {}, 'Failures'),
        steps.length > 0 && table('Steps that failed as a whole', [
            ['Step', e => name(e.step), 'text'],
            ['Error', e => h('pre', {}, lines(e.error)), 'error wide'],
            ['Failed', e => moment(e.failed_at), 'number', true],
        ], steps, e => e.step),
        tasks.length > 0 && table('Tasks that failed', [
            ['Step', e => name(e.step), 'text'],
            ['Task', e => number(e.index) + (e.position == null ? '' : `, item ${number(e.position)}`), 'number', true],
            ['Error', e => h('pre', {}, lines(e.error)), 'error wide'],
            ['Item', e => e.item == null ? '' : h('pre', {}, lines(e.item)), 'wide'],
            ['Attempts', e => number(e.attempts), 'number', true],
            ['Failed', e => moment(e.failed_at), 'number', true],
            ...tasks.some(mayRetry) ? [['Steering', e => mayRetry(e) && steer('retry', 'Retry', {run: run.run_id, step: e.step, index: String(e.index)})]] : [],
        ], tasks, e => `${e.step}/${e.index}/${e.position}`),
        run.failed > tasks.length && tasks.length >= 50 &&
            h('p', {class: 'note'}, `The first ${tasks.length} of ${number(run.failed)}; fanout.task_errors has all.`)];
}

/** What may be done to a run now. */
function steeringOf({run_id: run, status, failed, pause}) {
    return h('div', {class: 'buttons'},
        status === 'started' && (pause ? steer('continue', 'Continue', {run}) : steer('pause', 'Pause', {run})),
        status === 'started' && steer('cancel', 'Cancel', {run}),
        ['failed', 'cancelled'].includes(status) && steer('resume', 'Resume', {run}),
        status === 'completed' && failed > 0 && steer('resume_failed', 'Run what failed again', {run}));
}

async function showRun({id}, get) {
    const [run, failures, why] = await Promise.all([get(`/api/runs/${id}`), get(`/api/runs/${id}/failures`),
        // It may take too long where the run itself doesn't.
        get(`/api/runs/${id}/why`).catch(error => ({trouble: error.message}))]);
    const shown = run.name ? plain(run.name) : run.run_id.slice(0, 8);
    const done = run.status === 'started' ? ` ${Math.floor(share(run.done, run.total) * 100)} %` : '';
    const fact = (term, value) => value != null && value !== '' && h('div', {}, h('dt', {}, term), h('dd', {}, value));
    const drawn = run.steps.length <= mostDrawn;
    return {
        title: `${statusOf(run)}${done}: ${shown} (${plain(run.flow)})`,
        pause: run.status === 'started' ? refresh.live : refresh.still,
        nodes: [
            h('p', {class: 'over'}, h('a', {href: '#/runs' + query({flow: run.flow})}, name(run.flow)), ` · version ${run.version}`,
                run.parent && [' · child of ', runLink(run.parent, h('code', {}, run.parent.slice(0, 8)))]),
            h('div', {class: 'headline'}, h('h1', {}, runName(run)), session.may_act && steeringOf(run)),
            h('dl', {class: 'facts'}, fact('Status', status(statusOf(run))), fact('Tasks', counts(run)), fact('Started', moment(run.started_at)),
                fact('Ended', moment(run.completed_at)), fact('Took', duration(run.elapsed)), fact('Left, about', duration(run.eta)),
                run.priority !== 0 && fact('Priority', number(run.priority)), fact('Id', h('code', {}, run.run_id))),
            bar(run),
            run.error && h('p', {class: 'message', role: 'note'}, lines(run.error)),
            reasonsOf(run, why),
            !drawn && h('p', {class: 'note'}, `${number(run.steps.length)} steps are too many to draw.`),
            drawn && run.steps.length > 1 && graph(run),
            drawn && run.steps.some(step => step.ready != null) && gantt(run),
            h('h2', {}, 'Steps'),
            table('Steps', stepColumns, run.steps, step => step.step),
            failuresOf(run, failures)],
    };
}

// -- queues, limits, workers, health --------------------------------------------------------------------------------------------

async function showQueues(at, get) {
    const {queues, paused, may_pause: mayPause} = await get('/api/system');
    const steers = session.may_act && mayPause;
    return {title: 'Queues', pause: refresh.live, nodes: [h('h1', {}, 'Queues'), queues.length === 0 ? empty('Nothing waits, and nothing is under way.') :
        table('Queues', [
            ['Queue', q => [name(q.queue), q.paused && h('span', {class: 'small'}, status('paused'))], 'text'],
            ['Handler', q => name(q.handler), 'text'],
            ['Waiting', q => number(q.waiting), 'number', true],
            ['Delayed', q => number(q.delayed), 'number', true],
            ['Claimed', q => number(q.claimed), 'number', true],
            ['Oldest waits', q => duration(q.oldest), 'number', true],
            ...steers ? [['Steering', q => !q.paused && steer('pause_queue', 'Pause', {queue: q.queue})]] : [],
        ], queues, q => `${q.queue}/${q.handler}`),
    h('p', {class: 'note'}, 'Delayed: for a retry, a start delay, a limit or a pause. Oldest: since its step started.'),
    paused.length > 0 && [h('h2', {}, 'Paused'), table('Paused queues', [
        ['Queue', p => name(p.queue), 'text'],
        ['Reason', p => h('span', {class: 'lines'}, lines(p.reason ?? '')), 'wide text'],
        ['By', p => name(p.by), 'text', true],
        ['Since', p => moment(p.at), 'number', true],
        ...steers ? [['Steering', p => steer('continue_queue', 'Continue', {queue: p.queue})]] : [],
    ], paused, p => p.queue)]]};
}

async function showLimits(at, get) {
    const {limits} = await get('/api/system');
    return {title: 'Limits', pause: refresh.live, nodes: [h('h1', {}, 'Limits'), limits.length === 0 ? empty('There are no limits.') :
        table('Limits', [
            ['Limit', l => l.step ? [runLink(l.run_id, name(l.step)), h('span', {class: 'small'}, 'of a step of a run')] : name(l.name), 'text'],
            ['In flight', l => number(l.in_flight) + (l.max_concurrency == null ? '' : ` / ${number(l.max_concurrency)}`), 'number', true],
            ['Waiting', l => number(l.waiting), 'number', true],
            ['Rate', l => l.rate == null ? '' : `${number(l.rate)} in ${duration(l.per)}`, 'number', true],
            ['Tokens', l => l.rate == null ? '' : `${number(l.tokens)} / ${number(l.burst)}`, 'number', true],
        ], limits, l => `${l.name}/${l.run_id}/${l.step}`)]};
}

async function showWorkers(at, get) {
    const {workers} = await get('/api/system');
    const state = w => w.suspect ? h('span', {class: 'status bad'}, 'silent') : w.in_flight > 0 ? h('span', {class: 'status started'}, 'works') :
        h('span', {class: 'status ok'}, 'idle');
    const names = all => all.map((each, i) => [i > 0 && ', ', name(each)]);
    return {title: 'Workers', pause: refresh.live, nodes: [h('h1', {}, 'Workers'), workers.length === 0 ? empty('No worker is registered: nothing is worked on.') :
        table('Workers', [
            ['State', state],
            ['Worker', w => [name(w.name), w.version && h('span', {class: 'small'}, `version ${plain(w.version)}`)], 'text'],
            ['Handlers', w => names(w.handlers), 'text', true],
            ['Queues', w => names(w.queues), 'text', true],
            ['Tasks', w => `${number(w.in_flight)} / ${number(w.slots)}`, 'number', true],
            ['Heard of', w => w.seen == null ? '' : `${duration(w.seen)} ago`, 'number', true],
        ], workers.map((w, i) => ({...w, i})), w => `${w.i}`)]};
}

async function showHealth(at, get) {
    const {health} = await get('/api/health');
    const worst = ['bad', 'warning'].find(level => health.some(check => check.status === level)) ?? 'ok';
    return {title: `Health: ${worst}`, pause: refresh.still, nodes: [h('h1', {}, 'Health'), table('Health', [
        ['Status', check => status(check.status)],
        ['Check', check => name(check.what), 'word'],
        ['Figures', check => h('span', {class: 'text'}, plain(check.detail ?? '')), 'text'],
        ['What to do', check => check.status === 'ok' ? '' : plain(check.hint ?? ''), 'text'],
    ], health, check => check.what)]};
}

// -- which page, and when it is read --------------------------------------------------------------------------------------------

const views = [
    [/^\/runs$/, 'runs', (match, at) => [showRuns, {flow: at.flow, status: at.status, before: at.before, before_id: at.before_id}]],
    [/^\/run\/([0-9a-fA-F-]{36})$/, 'runs', match => [showRun, {id: match[1]}]],
    [/^\/queues$/, 'queues', () => [showQueues, {}]],
    [/^\/limits$/, 'limits', () => [showLimits, {}]],
    [/^\/workers$/, 'workers', () => [showWorkers, {}]],
    [/^\/health$/, 'health', () => [showHealth, {}]],
];

let session = {};
let timer = null, under_way = null, shown = null;

class Refused extends Error {
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

async function call(path, options) {
    let answer;
    try {
        answer = await fetch(path, {cache: 'no-store', credentials: 'same-origin', ...options});
    } catch (error) {
        if (error.name === 'AbortError') throw error;
        throw new Refused(0, 'This fanoutd can’t be reached.');
    }
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, body.error ?? `The answer was ${answer.status}.`);
    return body;
}

function place() {
    const [path, parameters] = (location.hash.slice(1) || '/runs').split('?');
    const at = Object.fromEntries(new URLSearchParams(parameters));
    for (const [pattern, page, view] of views) {
        const match = pattern.exec(path);
        if (match) return {page, view: view(match, at), at};
    }
    return {page: null, view: null, at};
}

function show(nodes) {
    morphChildren(el.main, [...h('div', {}, nodes).childNodes]);
    for (const select of el.main.querySelectorAll('[data-filter]')) select.value = place().at[select.dataset.filter] ?? '';
}

function tellOf(error) {
    el.trouble.hidden = !error;
    el.trouble.textContent = error ? `${error.message}${shown ? ' What is shown is older.' : ''} Trying again …` : '';
    el.main.classList.toggle('stale', Boolean(error && shown));
    live(error ? 'off' : 'on');
}

function live(state) {
    el.live.className = `live ${state}`;
    const text = {on: 'live', off: 'no answer', paused: 'paused'}[state];
    if (el.live.textContent !== text) el.live.textContent = text;
}

/** What is wrong with what was asked for stays wrong; anything else may pass. */
function explain(error) {
    shown = null;
    el.main.dataset.shown = location.hash;
    document.title = `${error.message} · pgfanout`;
    show([h('h1', {}, error.status === 404 ? 'Not found' : error.status === 403 ? 'Not allowed' : 'Error'), empty(error.message)]);
}

async function read() {
    clearTimeout(timer);
    under_way?.abort();
    const own = under_way = new AbortController();
    const {page, view, at} = place();
    for (const link of el.nav.children) {
        if (link.hash === `#/${page}`) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
    }
    let pause = refresh.trouble;
    try {
        if (!view) throw new Refused(404, 'There is no such page.');
        const result = await view[0](view[1], path => call(path, {signal: own.signal}));
        if (own.signal.aborted) return;
        shown = location.hash;
        pause = result.pause;
        show(result.nodes);
        document.title = `${result.title} · pgfanout`;
        el.main.dataset.shown = location.hash;
        tellOf(null);
    } catch (error) {
        if (own.signal.aborted || error.name === 'AbortError') return;
        if (!(error instanceof Refused)) throw error;
        if (error.status === 401) return void begin();
        if ([400, 403, 404, 409].includes(error.status)) {
            tellOf(null);
            explain(error);
        } else {
            tellOf(error);
            if (!shown) {
                document.title = 'No answer · pgfanout';
                show([empty('Nothing is known yet.')]);
            }
        }
    }
    if (!document.hidden) timer = setTimeout(read, pause);
}

// -- who reads, and what they do -----------------------------------------------------------------------------------------------------

async function begin() {
    clearTimeout(timer);
    try {
        session = await call('/api/session');
    } catch (error) {
        tellOf(error);
        timer = setTimeout(begin, refresh.trouble);
        return;
    }
    const needed = !session.may_read || location.hash === '#/login';
    el.login.hidden = !needed;
    el.main.hidden = el.nav.hidden = needed;
    el.leave.hidden = !session.has_token || needed;
    el.leave.textContent = session.is_known ? 'Log out' : 'Log in';
    if (needed) {
        tellOf(null);
        el.live.textContent = '';
        document.title = 'Log in · pgfanout';
        el.token.focus();
    } else {
        await read();
    }
}

el.login.addEventListener('submit', async event => {
    event.preventDefault();
    el.wrong.textContent = '';
    try {
        await call('/api/session', {method: 'POST', headers: {Authorization: `Bearer ${el.token.value.trim()}`}});
        el.token.value = '';
        if (location.hash === '#/login') history.replaceState(null, '', '#/runs');
        await begin();
    } catch (error) {
        el.wrong.textContent = error instanceof Refused ? error.message : 'A token has visible ASCII characters only.';
    }
});

el.leave.addEventListener('click', async () => {
    if (!session.is_known) {
        location.hash = '#/login';
        return;
    }
    await call('/api/session', {method: 'DELETE'}).catch(() => {});
    shown = null;
    show([]);
    await begin();
});

/** Whether the answer is yes; without a question there is only something to be read. */
function confirmed(text, {isQuestion = true, wantsReason = false} = {}) {
    el.question.textContent = text;
    el.why.hidden = !wantsReason;
    el.reason.value = '';
    el.yes.hidden = !isQuestion;
    el.no.textContent = isQuestion ? 'No' : 'Close';
    el.ask.returnValue = '';
    el.ask.showModal();
    return new Promise(resolve => el.ask.addEventListener('close', () => resolve(el.ask.returnValue === 'yes'), {once: true}));
}
el.yes.addEventListener('click', () => el.ask.close('yes'));
el.no.addEventListener('click', () => el.ask.close(''));
el.reason.addEventListener('keydown', event => {
    if (event.key === 'Enter') el.ask.close('yes');
});

/** What can be done: the question before, whether it may have a reason, and the address that does it, with its parameters. */
const deeds = {
    cancel: {question: () => 'Cancel this run? Nothing of it starts any more, and what runs is stopped. It can be resumed.', wantsReason: true,
        address: ({run}, reason) => `/api/runs/${run}/cancel${query({reason})}`},
    resume: {question: () => 'Resume this run? What failed or never ran runs again.', address: ({run}) => `/api/runs/${run}/resume`},
    resume_failed: {question: () => 'Run what failed again, and what follows from it? Until that has ended the run has no output.',
        address: ({run}) => `/api/runs/${run}/resume${query({failed_items: 'true'})}`},
    pause: {question: () => 'Pause this run? Nothing of it is claimed until it is continued; what runs may finish.', wantsReason: true,
        address: ({run}, reason) => `/api/runs/${run}/pause${query({reason})}`},
    continue: {question: () => 'Continue this run?', address: ({run}) => `/api/runs/${run}/continue`},
    retry: {question: ({step, index}) => `Run task ${number(index)} of step ${plain(step)} again?`,
        address: ({run, step, index}) => `/api/runs/${run}/retry${query({step, index})}`},
    pause_queue: {question: ({queue}) => `Pause the queue ${plain(queue)}? Nothing that waits in it is claimed, whosever it is, until it is continued.`, wantsReason: true,
        address: ({queue}, reason) => `/api/queues/pause${query({queue, reason})}`},
    continue_queue: {question: ({queue}) => `Continue the queue ${plain(queue)}?`, address: ({queue}) => `/api/queues/continue${query({queue})}`},
};

/** A button that does it to what `of` says. */
function steer(deed, text, of) {
    return h('button', {type: 'button', class: 'quiet', 'data-deed': deed, 'data-of': JSON.stringify(of)}, text);
}

el.main.addEventListener('click', async event => {
    const button = event.target.closest('[data-deed]');
    if (!button) return;
    const {question, wantsReason, address} = deeds[button.dataset.deed], of = JSON.parse(button.dataset.of);
    if (!await confirmed(question(of), {wantsReason})) return;
    try {
        await call(address(of, el.reason.value.trim()), {method: 'POST'});
        await read();
    } catch (error) {
        await confirmed(error.message, {isQuestion: false});
    }
});

el.main.addEventListener('change', event => {
    const {filter} = event.target.dataset;
    if (!filter) return;
    const {flow, status} = place().at;
    location.hash = '#/runs' + query({flow, status, [filter]: event.target.value});
});
el.main.addEventListener('submit', event => event.preventDefault());

el.skip.addEventListener('click', event => {
    event.preventDefault();
    el.main.focus();
});

addEventListener('hashchange', () => {
    shown = null;
    scrollTo(0, 0);
    if (location.hash === '#/login' || !el.login.hidden) begin();
    else read();
});

document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
        clearTimeout(timer);
        live('paused');
    } else if (!el.main.hidden) {
        read();
    }
});

begin();
