// In bundles, `http` is this module. An `import` of Node's own reads all that it exports, among it WebSocket, for
// which Node loads undici: a quarter of the time of a start (https://github.com/nodejs/node/issues/59686).
module.exports = process.getBuiltinModule('node:http');
