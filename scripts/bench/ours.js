window.bench = {
    async ready() {},
    async ask(query, limit) {
        return (await window.kb.search(query, limit ? {limit} : {})).map(r => r.url);
    },
};
