/** How a request's state is told to the one who sent it. */
import type { RequestStatus } from '@/lib/types';

export type Standing = 'unconfirmed' | 'waiting' | 'accepted' | 'declined' | 'withdrawn';

/** A held request looks sent to its sender. */
export function standingOf(status: RequestStatus): Standing {
  return status === 'held' || status === 'new' || status === 'read' ? 'waiting' : status;
}

/** A sender may take a request back until it has been answered. */
export const canWithdraw = (standing: Standing): boolean =>
  standing === 'unconfirmed' || standing === 'waiting';

/** Splits a request page's token (`12~...`) into the id and itself; null for what was never one. */
export function readToken(token: string | undefined): { id: number; token: string } | null {
  const id = /^([1-9]\d{0,14})~[\w~:.=-]{1,200}$/.exec(token ?? '')?.[1];
  return id && token ? { id: Number(id), token } : null;
}
