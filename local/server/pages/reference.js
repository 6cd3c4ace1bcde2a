/** Renders the OpenAPI document, says how the services are, and follows the colour scheme of the system. */
const dark = matchMedia('(prefers-color-scheme: dark)');
const followScheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', followScheme);
followScheme();

for (const code of document.querySelectorAll('.origin')) code.textContent = location.origin + code.textContent;
const command = document.querySelector('#command');
command.textContent += ` \\\n  --url ${location.origin}`;

window.SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  persistAuthorization: true,
  validatorUrl: null,
});

/** Opens an operation of the reference, which Swagger UI does by itself only when the page is loaded. */
for (const link of document.querySelectorAll('a[href^="#/"]')) {
  link.addEventListener('click', () => {
    const [, tag, operation] = link.getAttribute('href').split('/');
    const block = document.getElementById(`operations-${tag}-${operation}`);
    if (!block) return;
    if (!block.classList.contains('is-open')) block.querySelector('.opblock-summary-control')?.click();
    block.scrollIntoView({ behavior: 'smooth' });
  });
}

const NAMES = { ready: 'All services are up', degraded: 'Running without all services', unavailable: 'Not ready' };

async function showStatus() {
  const list = document.querySelector('#status');
  const item = (text, up) => {
    const entry = document.createElement('li');
    entry.textContent = text;
    entry.className = up ? 'up' : 'down';
    return entry;
  };
  try {
    const { status, dependencies } = await (await fetch('/readiness')).json();
    const parts = Object.entries(dependencies).map(([name, state]) => item(`${name} ${state}`, state === 'up'));
    list.replaceChildren(item(NAMES[status] ?? status, status === 'ready'), ...parts);
  } catch {
    list.replaceChildren(item('LangPlug does not answer: is "npm start" still running?', false));
  }
}

showStatus();
