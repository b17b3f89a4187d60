import { defineMiddleware } from 'astro:middleware';
import { secureHeaders } from '@/lib/security';

export const onRequest = defineMiddleware(async (context, next) => {
  const response = await next();
  if (response.headers.get('Content-Type') === 'text/html') {
    response.headers.set('Content-Type', 'text/html; charset=utf-8');
  }
  // Under `astro dev` Vite puts styles inline, which the policy would refuse.
  if (!context.isPrerendered && !import.meta.env.DEV) {
    secureHeaders(response.headers, context.originPathname);
  }
  return response;
});
