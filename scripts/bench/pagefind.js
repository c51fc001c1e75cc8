window.bench = {
    async ready() {
        if (bench.engine) return;
        bench.engine = await import("/pagefind/pagefind.js");
        await bench.engine.init();
    },
    async ask(query, limit) {
        const {results} = await bench.engine.search(query);
        if (!limit) return results.map(r => r.id);
        return (await Promise.all(results.slice(0, limit).map(r => r.data()))).map(d => d.url);
    },
};
