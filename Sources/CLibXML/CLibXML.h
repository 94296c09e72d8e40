#pragma once
// Empty: libxml2's headers are for CMarkup.c alone.
