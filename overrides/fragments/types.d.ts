/** What the build puts in front of worker.js: what this edition is called. */
declare const VERSION: string;
/** And each address that is kept, with a mark of its content. */
declare const FILES: Map<string, string>;

declare const clients: Clients;
declare const registration: ServiceWorkerRegistration;
declare function skipWaiting(): Promise<void>;
declare function addEventListener<Kind extends keyof ServiceWorkerGlobalScopeEventMap>(
  kind: Kind,
  listener: (event: ServiceWorkerGlobalScopeEventMap[Kind]) => void,
): void;
