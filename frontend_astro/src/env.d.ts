declare namespace App {
  interface Locals {
    /** What somebody typed into a request form that could not be sent on. */
    unsent?: import('@/features/request/draft').RequestDraft;
  }
}
