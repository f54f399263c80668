// Opens the status page in a headless Chromium, as a reader does, and says what it finds: read_status_page.mjs URL TOKEN RUNS FOLDER
//
// RUNS is a file, a line a run: its name in these tests and its id. Prints a line for each check: 0 (good) or 1 (not), a tab, what
// it was, and what was found. Screenshots go into FOLDER. Chromium is spoken to over a pipe, in the DevTools protocol.
import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const [url, token, runsFile, folder] = process.argv.slice(2);
const runs = Object.fromEntries(readFileSync(runsFile, 'utf8').trim().split('\n').map(line => line.split('\t')));
const profile = mkdtempSync(join(tmpdir(), 'pgfanout-chromium-'));
mkdirSync(folder, {recursive: true});

function check(good, what, found = '') {
    console.log(`${good ? 0 : 1}\t${what}\t${good ? '' : String(found).replaceAll(/\s+/g, ' ')}`);
}

// -- the browser ------------------------------------------------------------------------------------------------------------

const browser = spawn('chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
    '--disable-background-networking', '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'],
{stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']});
const answers = new Map(), problems = [];
let last = 0, rest = '';

browser.stdio[4].setEncoding('utf8').on('data', data => {
    const messages = (rest + data).split('\0');
    rest = messages.pop();
    for (const message of messages.map(text => JSON.parse(text))) {
        if (message.id) {
            const {resolve, reject} = answers.get(message.id);
            answers.delete(message.id);
            if (message.error) reject(new Error(JSON.stringify(message.error)));
            else resolve(message.result);
        } else if (message.method === 'Runtime.exceptionThrown') {
            problems.push(message.params.exceptionDetails.exception?.description ?? message.params.exceptionDetails.text);
        } else if (message.method === 'Log.entryAdded' && message.params.entry.level !== 'verbose') {
            problems.push(`${message.params.entry.text} ${message.params.entry.url ?? ''}`);
        } else if (message.method === 'Runtime.consoleAPICalled') {
            problems.push(JSON.stringify(message.params.args));
        }
    }
});

function send(method, params = {}, sessionId = session) {
    return new Promise((resolve, reject) => {
        answers.set(++last, {resolve, reject});
        browser.stdio[3].write(JSON.stringify({id: last, method, params, sessionId}) + '\0');
    });
}

let session;
const {targetId} = await send('Target.createTarget', {url: 'about:blank'});
session = (await send('Target.attachToTarget', {targetId, flatten: true}, undefined)).sessionId;
for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);

async function evaluate(expression) {
    const {result, exceptionDetails} = await send('Runtime.evaluate', {expression, awaitPromise: true, returnByValue: true});
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
}

/** Waits until a condition holds; says whether it came to. */
async function comesTo(condition, seconds = 20) {
    for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
        if (await condition()) return true;
        await new Promise(resolve => setTimeout(resolve, 50));
    }
    return false;
}

/** Waits until an expression is true in the page; says whether it became so. */
const becomes = expression => comesTo(() => evaluate(expression).catch(() => false));

async function look(width, scheme) {
    await send('Emulation.setDeviceMetricsOverride', {width, height: 900, deviceScaleFactor: 1, mobile: width < 640});
    await send('Emulation.setEmulatedMedia', {features: [{name: 'prefers-color-scheme', value: scheme}]});
}

async function picture(name, height) {
    const {cssContentSize} = await send('Page.getLayoutMetrics');
    const clip = {x: 0, y: 0, width: cssContentSize.width, height: Math.min(cssContentSize.height, height ?? 1400), scale: 1};
    const {data} = await send('Page.captureScreenshot', {format: 'png', clip, captureBeyondViewport: true});
    writeFileSync(join(folder, `${name}.png`), Buffer.from(data, 'base64'));
}

const open = async hash => {
    await evaluate(`location.hash = ${JSON.stringify(hash)}`);
    return becomes(`document.querySelector('#main').dataset.shown === ${JSON.stringify(hash)}`);
};
const text = selector => evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].map(e => e.textContent).join('|')`);

// -- what a reader does ------------------------------------------------------------------------------------------------------

async function logIn() {
    await look(1280, 'light');
    await send('Page.navigate', {url});
    check(await becomes('!document.querySelector("#login").hidden'), 'without the token it asks for it');
    await picture('login-light-1280');
    check(await evaluate('document.activeElement.id') === 'token', 'and the cursor is where it goes');
    await evaluate(`document.querySelector('#token').value = ${JSON.stringify(token)}; document.querySelector('#login button').click()`);
    check(await becomes('document.querySelectorAll("#main tbody tr").length === 50'), 'with it there are fifty runs');
    check(await evaluate('document.cookie') === '', 'no script sees the cookie');
}

async function readRuns() {
    const first = await text('#main tbody tr:first-child');
    check(await evaluate('performance.getEntriesByType("resource").filter(e => e.name.endsWith("/api/runs"))[0].duration') < 2000,
        'ten thousand runs are no reason to wait');
    check((await text('#main')).includes('<script>'), 'names are texts', first);
    await beText('runs');
    check((await evaluate('document.title')).startsWith('Runs'), 'the title says what is shown');
    check(await evaluate('[...document.querySelectorAll("a")].every(a => a.protocol === "http:")'), 'no link leads elsewhere');
    await evaluate('document.querySelector(".pages a:last-child").click()');
    check(await becomes('document.querySelector(".pages a")?.textContent === "Newest"') &&
        await becomes('document.querySelectorAll("#main tbody tr").length === 50'), 'there is a next page');
    check(await open('#/runs?status=failed'), 'only those that failed');
    check(/^Runs: failed/.test(await evaluate('document.title')) && !/completed/.test(await text('#main tbody .status')), 'are shown', await text('#main tbody'));
    check(await open('#/runs?flow=nothing'), 'a flow without runs');
    check(/No run is like this/.test(await text('#main')), 'is said to have none');
}

/** That what stands there stays the same elements while it is read again. */
async function stayWhatTheyAre() {
    await open('#/runs');
    await evaluate('window.first = document.querySelector("#main tbody tr"); window.first.querySelector("a").focus(); window.reads = performance.getEntriesByType("resource").length');
    check(await becomes('performance.getEntriesByType("resource").length >= window.reads + 4'), 'it is read again by itself');
    check(await evaluate('window.first.isConnected && document.activeElement === window.first.querySelector("a")'), 'and what had the focus has it');
}

async function readRun(which, flow, expected) {
    check(await open(`#/run/${runs[which]}`), `the run ${which}`);
    check((await evaluate('document.title')).includes(`(${flow})`), `${which}: the title names it`, await evaluate('document.title'));
    for (const [selector, what] of expected) check((await text(selector)).includes(what), `${which}: ${what}`, await text(selector));
    await beText(which);
}

/** That names which would be markup, or would turn what follows them, are texts. */
async function beText(where) {
    check(await evaluate('document.querySelectorAll("#main script, #main img, #main i, #main b, #main u, #main s").length') === 0, `${where}: nothing of names is markup`);
    check(!/[\u202a-\u202e\u2066-\u2069\u0007\u200b\ufeff]/.test(await text('#main')), `${where}: nothing turns or hides what follows`);
}

/** A run that goes on is followed without anything being asked of the reader. */
async function follow() {
    await readRun('ticking', 'ticking', [['#main', 'Why it isn’t done yet'], ['#main .status', 'runs'], ['#main', 'worker "<u>worker</u> 1" since']]);
    const done = await text('.facts');
    await evaluate('window.bar = document.querySelector("main > .bar")');
    check(await becomes(`parseInt(document.querySelector('main > .bar').getAttribute('aria-label')) > ${parseInt(/[0-9]+ \//.exec(done)[0])}`), 'its progress is seen as it goes', done);
    check(await evaluate('window.bar.isConnected'), 'in the same bar');
}

async function readSystem() {
    for (const [page, what] of [['queues', 'a <b>queue</b> \\u202e"of" ours'], ['queues', 'a <i>handler</i> that "nobody" serves'], ['limits', '<s>api</s>'],
        ['workers', '<u>worker</u> 1'], ['health', 'unserved']]) {
        check(await open(`#/${page}`), page);
        check((await text('#main')).includes(what), `${page}: ${what}`, await text('#main'));
        check(await evaluate(`document.querySelector('nav a[aria-current]').hash`) === `#/${page}`, `${page}: the navigation says where one is`);
        await beText(page);
    }
}

async function meetErrors() {
    const before = problems.length;
    check(await open('#/run/01234567-89ab-cdef-0123-456789abcdef'), 'a run that is not there');
    check(/no such run/.test(await text('#main')), 'is said to be none', await text('#main'));
    // The browser itself says that there was a 404: for the run, its failures and its reasons.
    check(await comesTo(() => problems.length >= before + 3) && problems.splice(before).every(problem => problem.includes('404')), 'and that is all');
}

/** What it shows stays, and is said to be old, while the daemon gives no answer. */
async function meetSilence() {
    await open('#/runs');
    const before = problems.length;
    await send('Network.enable');
    await send('Network.setBlockedURLs', {urls: ['*/api/*']});
    check(await becomes('!document.querySelector("#trouble").hidden'), 'a daemon that is gone is noticed');
    check(await evaluate('document.querySelectorAll("#main tbody tr").length') === 50, 'what was shown stays');
    await picture('trouble-light-1280', 400);
    await evaluate('location.hash = "#/limits"');
    check(await becomes('document.title.startsWith("No answer")'), 'but not under another name');
    await send('Network.setBlockedURLs', {urls: []});
    check(await becomes('document.querySelector("#trouble").hidden && document.title.startsWith("Limits")'), 'and it goes on by itself');
    check(problems.splice(before).every(problem => /ERR_BLOCKED/.test(problem)), 'and that is all');
}

/** Of a page that nobody sees the browser says so. */
async function restUnseen() {
    const pretend = hidden => evaluate(`Object.defineProperty(document, 'hidden', {value: ${hidden}, configurable: true});
        document.dispatchEvent(new Event('visibilitychange'))`);
    await open('#/runs');
    await pretend(true);
    check(await text('#live') === 'paused', 'a page that nobody sees rests');
    await evaluate('window.reads = performance.getEntriesByType("resource").length');
    await pretend(false);
    check(await becomes('document.querySelector("#live").textContent === "live" && performance.getEntriesByType("resource").length > window.reads'),
        'and goes on when somebody does');
}

async function takePictures() {
    for (const scheme of ['light', 'dark']) {
        for (const width of [1280, 400]) {
            await look(width, scheme);
            for (const [name, hash] of [['runs', '#/runs'], ['run', `#/run/${runs.orders}`], ['million', `#/run/${runs.million}`], ['strict', `#/run/${runs.strict}`],
                ['waiting', `#/run/${runs.waiting}`], ['ticking', `#/run/${runs.ticking}`],
                ['queues', '#/queues'], ['limits', '#/limits'], ['workers', '#/workers'], ['health', '#/health']]) {
                await open(hash);
                check(await evaluate('document.documentElement.scrollWidth <= innerWidth'), `${name} is no wider than ${width}, ${scheme}`,
                    await evaluate('document.documentElement.scrollWidth'));
                await picture(`${name}-${scheme}-${width}`);
            }
        }
    }
}

const status = () => text('.facts .status');
const becomesStatus = value => becomes(`document.querySelector('.facts .status').textContent === '${value}'`);

/** Clicks on a button, gives a reason, and says yes. */
async function say(deed, reason = '') {
    await evaluate(`document.querySelector('[data-deed=${deed}]').click(); document.querySelector('#reason').value = ${JSON.stringify(reason)};
        document.querySelector('#yes').click()`);
}

async function steer() {
    await open(`#/run/${runs.waiting}`);
    await evaluate('document.querySelector("[data-deed=cancel]").click()');
    check(await becomes('document.querySelector("#ask").open'), 'it asks before it cancels');
    await picture('question-light-1280', 700);
    await evaluate('document.querySelector("#no").click()');
    check(await status() === 'started', 'no is no');
    await say('pause', 'because <b>I</b> say so');
    check(await becomesStatus('paused'), 'a run is paused');
    check((await text('#main')).includes('the run was paused by') && (await text('#main')).includes('because <b>I</b> say so'), 'and says by whom, and why', await text('#main'));
    await beText('a paused run');
    await picture('paused-light-1280', 700);
    await say('continue');
    check(await becomesStatus('started'), 'and continued');
    await say('cancel', 'it is <i>enough</i>');
    check(await becomesStatus('cancelled'), 'yes cancels a run');
    check((await text('.message')) === 'it is <i>enough</i>', 'with its reason', await text('.message'));
    await say('resume');
    check(await becomesStatus('started'), 'and it can be resumed');
}

async function runAgain() {
    await open(`#/run/${runs.strict}`);
    await say('retry');
    check(await becomes(`document.querySelector('#main').textContent.includes('attempt 2')`), 'a task that failed runs again', await text('#main'));
    check(await becomesStatus('failed'), 'and fails again');
    await open(`#/run/${runs.orders}`);
    check(await evaluate('document.querySelector("[data-deed=retry]") === null'), 'of a completed run none can');
    await say('resume_failed');
    check(await becomes(`document.querySelector('[aria-label="Tasks that failed"] td[data-label=Attempts]')?.textContent === '2'`), 'but all of them together');
    check(await becomesStatus('completed'), 'until that is completed, too');
}

async function steerQueues() {
    await open('#/queues');
    const queue = 'a <b>queue</b> \\u202e"of" ours';
    await say('pause_queue', '<i>mending</i>');
    check(await becomes('document.querySelector("[data-deed=continue_queue]") !== null'), 'a queue is paused');
    const paused = await text('#main h2, #main h2 + div');
    check(paused.includes(queue) && paused.includes('<i>mending</i>'), 'which is listed with the reason', paused);
    await beText('a paused queue');
    await picture('paused-queue-light-1280', 500);
    await say('continue_queue');
    check(await becomes('document.querySelector("[data-deed=continue_queue]") === null'), 'and continued');
}

async function logOut() {
    await evaluate('document.querySelector("#leave").click()');
    check(await becomes('!document.querySelector("#login").hidden && document.querySelector("#main").hidden'), 'it can be left');
    await send('Page.reload');
    check(await becomes('document.title.startsWith("Log in")'), 'and asks again then');
}

try {
    await logIn();
    await readRuns();
    await stayWhatTheyAre();
    await readRun('million', 'million', [['#main', '1,000,001 / 1,000,001'], ['.graph', 'half'], ['.gantt', 'total']]);
    await readRun('orders', 'orders', [['.graph', 'price_each'], ['.gantt', 'report'], ['#main', '<b>7</b> is divisible by seven']]);
    await readRun('strict', 'strict', [['#main .facts', 'failed'], ['#main', '<b>14</b> is divisible by seven']]);
    await readRun('waiting', 'waiting', [['#main .status', 'no worker'], ['#main', 'no live worker serves handler "a <i>handler</i> that "nobody" serves"'],
        ['#main', 'Start a fanoutd'], ['#main', 'waits for step "nobody"']]);
    await follow();
    await readSystem();
    await meetErrors();
    await meetSilence();
    await restUnseen();
    await takePictures();
    await look(1280, 'light');
    await steer();
    await runAgain();
    await steerQueues();
    await logOut();
    check(problems.length === 0, 'the console has nothing to say', problems.join('; '));
} finally {
    browser.kill();
    await new Promise(resolve => browser.on('exit', resolve));
    rmSync(profile, {recursive: true, force: true, maxRetries: 5});
}
