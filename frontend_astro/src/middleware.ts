import { defineMiddleware } from 'astro:middleware';
import { secureHeaders } from '@/lib/security';

export const onRequest = defineMiddleware(async (context, next) => {
  const response = await next();
  if (!context.isPrerendered) secureHeaders(response.headers, context.originPathname);
  return response;
});
