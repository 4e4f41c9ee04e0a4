import { createRefundServer } from './server.js';
import { RefundBook } from './refund-book.js';

const port = Number(process.env.PORT ?? 8080);
const server = createRefundServer(new RefundBook({ EUR: 50_000, USD: 50_000 }));

server.listen(port, () => console.log(`refunds listens on ${port}`));
process.once('SIGTERM', () => server.close());
