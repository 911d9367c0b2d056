// Holds a value against the pattern of a case, as tests/README.md describes patterns. Throws where it does not match.

'use strict';

const assert = require('node:assert/strict');

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function check(pattern, value, at = '$') {
    if (isObject(pattern)) {
        const keys = Object.keys(pattern).filter((key) => !key.startsWith('$'));
        const asked = Object.keys(pattern).filter((key) => key.startsWith('$'));
        for (const key of asked) {
            assert.ok(Object.hasOwn(operators, key), `${at}: the pattern's ${key} is no operator`);
            operators[key](pattern[key], value, at);
        }
        if (asked.length > 0 && keys.length === 0) {
            return;
        }
        assert.ok(isObject(value), `${at}: wanted an object, found ${JSON.stringify(value)}`);
        for (const key of keys) {
            assert.ok(Object.hasOwn(value, key), `${at}: ${key} is missing`);
            check(pattern[key], value[key], `${at}.${key}`);
        }
    } else if (Array.isArray(pattern)) {
        assert.ok(Array.isArray(value), `${at}: wanted a list, found ${JSON.stringify(value)}`);
        assert.equal(value.length, pattern.length, `${at}: the number of items in ${JSON.stringify(value)}`);
        pattern.forEach((inner, place) => check(inner, value[place], `${at}[${place}]`));
    } else {
        assert.equal(value, pattern, at);
    }
}

function matches(pattern, value) {
    try {
        check(pattern, value);
        return true;
    } catch {
        return false;
    }
}

const operators = {
    $contains(wanted, value, at) {
        assert.ok(Array.isArray(value), `${at}: wanted a list, found ${JSON.stringify(value)}`);
        for (const inner of wanted) {
            assert.ok(value.some((item) => matches(inner, item)), `${at}: no item matches ${JSON.stringify(inner)}`);
        }
    },
    $lacks(unwanted, value, at) {
        if (isObject(value)) {
            unwanted.forEach((key) => assert.ok(!Object.hasOwn(value, key), `${at}: ${key} must not be there`));
            return;
        }
        assert.ok(Array.isArray(value), `${at}: wanted a list, found ${JSON.stringify(value)}`);
        for (const inner of unwanted) {
            assert.ok(!value.some((item) => matches(inner, item)), `${at}: ${JSON.stringify(inner)} must not be there`);
        }
    },
    $has(fragments, value, at) {
        assert.equal(typeof value, 'string', `${at}: wanted a text`);
        fragments.forEach((fragment) => assert.ok(value.includes(fragment), `${at}: ${fragment} is not in ${value}`));
    },
};

module.exports = { check };
