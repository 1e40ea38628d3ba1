// The browser's WebSocket for the JIGA Store SDK. C# asks each frame; nothing here calls back into it.
var JigaStoreSocketLibrary = {
  $jigaStoreSockets: {
    next: 1,
    all: {},
    utf8: function (text) {
      return new TextEncoder().encode(text);
    },
  },

  JigaStoreSocketOpen: function (address, protocol) {
    var id = jigaStoreSockets.next++;
    var socket = { messages: [], state: 0, code: 1006, browser: null };
    jigaStoreSockets.all[id] = socket;
    try {
      var browser = new WebSocket(UTF8ToString(address), [UTF8ToString(protocol)]);
      socket.browser = browser;
      browser.onopen = function () {
        socket.state = 1;
      };
      browser.onmessage = function (event) {
        if (typeof event.data === 'string') socket.messages.push(jigaStoreSockets.utf8(event.data));
      };
      browser.onclose = function (event) {
        socket.state = 3;
        socket.code = event.code;
      };
    } catch (refused) {
      socket.state = 3;
    }
    return id;
  },
  JigaStoreSocketOpen__deps: ['$jigaStoreSockets'],

  JigaStoreSocketState: function (id) {
    var socket = jigaStoreSockets.all[id];
    return socket ? socket.state : 3;
  },
  JigaStoreSocketState__deps: ['$jigaStoreSockets'],

  JigaStoreSocketCloseCode: function (id) {
    var socket = jigaStoreSockets.all[id];
    return socket ? socket.code : 1006;
  },
  JigaStoreSocketCloseCode__deps: ['$jigaStoreSockets'],

  JigaStoreSocketNextLength: function (id) {
    var socket = jigaStoreSockets.all[id];
    return socket && socket.messages.length > 0 ? socket.messages[0].length : -1;
  },
  JigaStoreSocketNextLength__deps: ['$jigaStoreSockets'],

  JigaStoreSocketNext: function (id, into, length) {
    var message = jigaStoreSockets.all[id].messages.shift();
    HEAPU8.set(message.subarray(0, length), into);
  },
  JigaStoreSocketNext__deps: ['$jigaStoreSockets'],

  JigaStoreSocketSend: function (id, text) {
    var socket = jigaStoreSockets.all[id];
    if (socket && socket.state === 1) socket.browser.send(UTF8ToString(text));
  },
  JigaStoreSocketSend__deps: ['$jigaStoreSockets'],

  JigaStoreSocketClose: function (id, code, reason) {
    var socket = jigaStoreSockets.all[id];
    if (socket && socket.browser && socket.state < 2) {
      socket.state = 2;
      // A page may say 1000 and 3000 to 4999, and nothing else.
      socket.browser.close(code === 1000 || (code >= 3000 && code <= 4999) ? code : 1000, UTF8ToString(reason));
    }
  },
  JigaStoreSocketClose__deps: ['$jigaStoreSockets'],

  JigaStoreSocketForget: function (id) {
    delete jigaStoreSockets.all[id];
  },
  JigaStoreSocketForget__deps: ['$jigaStoreSockets'],
};

mergeInto(LibraryManager.library, JigaStoreSocketLibrary);
