// The site's build. TARGET chooses its home: `node` (the default) is a standalone server.
import node from '@astrojs/node';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, envField } from 'astro/config';

const target = process.env.TARGET ?? 'node';
if (target !== 'node') {
  throw new Error(`TARGET=${target} is not known. Known targets: node.`);
}

// Under `astro dev` there is no front door, so Vite passes the other parts' paths on.
const apiUrl = process.env.API_URL ?? 'http://127.0.0.1:8001';
const proxied = ['/api', '/_allauth', '/admin', '/media', '/static'];

/** Shows the shared pieces together while one works on them; a built site has no such page. */
const styleguide = {
  name: 'styleguide',
  hooks: {
    /** @param {import('astro').HookParameters<'astro:config:setup'>} setup */
    'astro:config:setup'({ command, injectRoute }) {
      if (command === 'dev') {
        injectRoute({ pattern: '/styleguide', entrypoint: './src/styleguide/styleguide.astro' });
      }
    },
  },
};

export default defineConfig({
  integrations: [styleguide],
  output: 'server',
  adapter: node({ mode: 'standalone', bodySizeLimit: 1024 * 1024 }),
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  // Nothing inline, so that a policy without 'unsafe-inline' holds.
  build: { inlineStylesheets: 'never' },
  compressHTML: true,
  security: {
    checkOrigin: true,
    // The front door alone sets X-Forwarded-Host and -Proto, at whatever host and port it runs, so any
    // value it hands on is the address the visitor really used. The empty pattern matches every host.
    allowedDomains: [{}],
  },
  env: {
    schema: {
      API_URL: envField.string({
        context: 'server',
        access: 'secret',
        default: 'http://127.0.0.1:8001',
      }),
      BASE_URL: envField.string({ context: 'server', access: 'secret', optional: true }),
    },
  },
  vite: {
    plugins: [tailwindcss()],
    build: { assetsInlineLimit: 0 },
    server: {
      proxy: Object.fromEntries(
        proxied.map((path) => [path, { target: apiUrl, changeOrigin: false, xfwd: true }]),
      ),
    },
  },
});
