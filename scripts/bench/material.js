// The page's own worker is watched: only our questions get through, so that each answer belongs to one of them.
window.bench = {};
const index = () => performance.getEntriesByType("resource").find(entry => entry.name.includes("search_index"));
const ready = new Promise(done => { bench.up = () => done(performance.now() - index().startTime); });
window.Worker = class extends Worker {
    constructor(...all) {
        super(...all);
        bench.worker = this;
        this.addEventListener("message", ({data}) => {
            if (data.type === 1) bench.up();
            if (data.type === 3) bench.answer(data);
        });
    }
    postMessage(message, ...rest) { if (message.type !== 2 || message.ours) super.postMessage(message, ...rest); }
};
bench.ready = () => ready;
bench.ask = query => new Promise(done => {
    bench.answer = message => done(message.data.items.map(group => group[0].location));
    bench.worker.postMessage({type: 2, data: query, ours: true});
});
