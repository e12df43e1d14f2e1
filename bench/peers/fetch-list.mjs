// The least a script can do: fetch a page with a token, parse it, say how many.
const [url] = process.argv.slice(2);
const response = await fetch(url, { headers: { authorization: `Bearer ${process.env.DISTRICT_TOKEN}` } });
const { items } = await response.json();
process.stdout.write(`${items.length}\n`);
