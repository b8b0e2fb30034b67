import { contextBridge, ipcRenderer } from 'electron';
import type { ControlCenterApi } from '../../main/contract/api';

/**
 * All that the page gets of the desktop: two functions. Names and payloads are judged on the other
 * side, in one place (`register-api.ts`). The first `on` tells that side that the page listens, so
 * that nothing pushed before is lost.
 */
let isListening = false;

const api: ControlCenterApi = {
  invoke: (name, request) => ipcRenderer.invoke('app:invoke', name, request),
  on: (name, listener) => {
    const receive = (_event: unknown, pushedName: unknown, value: unknown) => {
      if (pushedName === name) listener(value as Parameters<typeof listener>[0]);
    };
    ipcRenderer.on('app:event', receive);
    if (!isListening) {
      isListening = true;
      ipcRenderer.send('app:event');
    }
    return () => {
      ipcRenderer.removeListener('app:event', receive);
    };
  },
};

contextBridge.exposeInMainWorld('deltadesk', api);
