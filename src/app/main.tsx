import { createRoot } from 'react-dom/client';

const host = document.getElementById('root');
if (!host) throw new Error('index.html has no #root');
createRoot(host).render(<main>Handshake Lab</main>);
